import type { RequestEvent } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';

/**
 * Before a request is looked at: NUL is taken out of the query and of the fields of its form, since no text in the database can hold
 * it and nobody can type it; and a body that is no form becomes something a person can mend, not an error of ours.
 */
export function tidyRequest(event: Pick<RequestEvent, 'request' | 'url'>): void {
  for (const [name, value] of [...event.url.searchParams])
    if (value.includes('\0')) event.url.searchParams.set(name, withoutNul(value));
  const { request } = event;
  if (request.method !== 'POST') return;
  const read = request.formData.bind(request);
  Object.defineProperty(request, 'formData', { value: () => tidyForm(read) });
}

async function tidyForm(read: () => Promise<FormData>): Promise<FormData> {
  let form: FormData;
  try {
    form = await read();
  } catch (thrown) {
    // A TypeError says that the body is cut off, or of another kind than its header tells. Anything else is not about its form.
    throw thrown instanceof TypeError ? new Problem('invalid') : thrown;
  }
  const tidy = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') tidy.append(name, withoutNul(value));
    else tidy.append(name, value, withoutNul(value.name));
  }
  return tidy;
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
