import * as v from 'valibot';

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));

/** What an operator writes to make an organisation. The address is what stands in the browser's address line. */
export const OrganisationInput = v.object({
  name: text(200),
  slug: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9-]{1,59}$/)),
  hrName: text(200),
  hrEmail: v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254)),
});

/** What the first operator writes about themselves. */
export const OperatorInput = v.object({ name: text(200), email: v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254)) });
