import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { exportVersion } from '#rooms/frameworks/exchange/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { readVersion } from '#rooms/frameworks/reading/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const document = await member.read(async (tx) => {
    found(await readVersion(tx, event.params, { drafts: mayEditFrameworks(member) }));
    return found(await exportVersion(tx, event.params.version));
  });
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="pejling-framework.json"',
    },
  });
});
