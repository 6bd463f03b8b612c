import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { goalFile } from '#rooms/plans/goals/file/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const file = found(await member.read((tx) => goalFile(tx, event.params.goal)));
  return new Response(file, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${member.organisation.slug}-goal-${event.params.goal.slice(0, 8)}.csv"`,
      'cache-control': 'no-store',
    },
  });
});
