import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { leadershipLevels } from '#rooms/people/intake/read.server.ts';
import { maySeeOrganisation } from '#rooms/people/policy.ts';
import { unitSurroundings, unitWithEmployees } from '#rooms/people/units/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const PAGE_SIZE = 100;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(maySeeOrganisation(member) || null);
  const page = Math.max(1, Math.min(10_000, Number(event.url.searchParams.get('page')) || 1));
  return member.read(async (tx) => {
    const unit = found(await unitWithEmployees(tx, event.params.unit, page, PAGE_SIZE));
    const around = await unitSurroundings(tx, unit.id);
    const levels = await leadershipLevels(tx);
    return {
      base: `/${member.organisation.slug}/people`,
      unit,
      around,
      levelName: levels.find((level) => level.position === around.unit?.leader?.level)?.name ?? null,
      page,
      pages: Math.max(1, Math.ceil(unit.total / PAGE_SIZE)),
    };
  });
});
