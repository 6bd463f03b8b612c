import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { asRespondentAction } from '#gate/respondent.server.ts';
import { issueToken } from '#rooms/rounds/tokens/commands.server.ts';
import type { RequestEvent } from './$types';

const Blinded = v.object({ blinded: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{342}$/)) });

/** The register's half of a token: its blind signature on a message it cannot read. */
export const POST = asRespondentAction(async (respondent, event: RequestEvent) => {
  const body = v.safeParse(Blinded, await event.request.json().catch(() => null));
  if (!body.success) throw new Problem('invalid');
  const signature = await issueToken(respondent, Buffer.from(body.output.blinded, 'base64url'));
  return Response.json({ signature: signature.toString('base64url') }, { headers: { 'cache-control': 'no-store' } });
});
