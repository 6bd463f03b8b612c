import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { organisationFile } from '#rooms/people/intake/read.server.ts';
import { mayArrangeOrganisation } from '#rooms/people/policy.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, _event: RequestEvent) => {
  found(mayArrangeOrganisation(member) || null);
  const file = await member.read((tx) => organisationFile(tx));
  return new Response(file, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${member.organisation.slug}-organisation.csv"`,
      'cache-control': 'no-store',
    },
  });
});
