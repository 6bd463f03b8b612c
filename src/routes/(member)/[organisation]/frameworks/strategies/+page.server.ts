import { localDate, now } from '#base/time.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { expiredStrategies, strategiesOf, strategyUses } from '#rooms/frameworks/strategies/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const today = localDate(now());
  return member.read(async (tx) => ({
    strategies: await strategiesOf(tx),
    uses: await strategyUses(tx, { drafts: mayEdit }),
    expired: await expiredStrategies(tx, today),
    today,
    mayEdit,
    list: `/${member.organisation.slug}/frameworks`,
    done: event.url.searchParams.get('done'),
  }));
});
