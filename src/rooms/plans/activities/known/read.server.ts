import { m } from '#base/text.ts';
import { localDate } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { hearingsFor } from '#rooms/frameworks/hearing/read.server.ts';
import { callOf } from '#rooms/frameworks/translations/read.server.ts';
import { reviewsOf } from '#rooms/frameworks/versions/review/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { readableRounds } from '#rooms/rounds/read.server.ts';
import type { ActivityKind } from '../schema.ts';

/** A day Pejling knows of by itself: nobody has to type it. `settled` when what was to happen by then has happened. */
export type KnownDay = { id: string; name: string; kind: ActivityKind; day: string; href: string; settled: boolean };

/** What falls due by itself, as far as this member may know of it: frameworks to be looked at, rounds that close, hearings, calls to units. */
export async function knownDays(tx: Tx, member: Member): Promise<KnownDay[]> {
  const home = `/${member.organisation.slug}`;
  const days: KnownDay[] = [];
  for (const [frameworkId, { dueOn, version }] of await reviewsOf(tx)) {
    const { title } = version;
    const base = `${home}/frameworks/${frameworkId}`;
    days.push({
      id: `review-${frameworkId}`,
      name: m.year_known_review({ title }),
      kind: 'evaluation',
      day: dueOn,
      href: `${base}#review`,
      settled: false,
    });
    const call = await callOf(tx, frameworkId);
    const due = call?.dueOn ?? null;
    if (due !== null)
      days.push({
        id: `translations-${frameworkId}`,
        name: m.year_known_translations({ title }),
        kind: 'dialogue',
        day: due,
        href: `${base}/translations`,
        settled: true,
      });
  }
  return [...days, ...(await roundDays(tx, member, home)), ...(await hearingDays(tx, member, home))];
}

async function roundDays(tx: Tx, member: Member, home: string): Promise<KnownDay[]> {
  const rounds = (await readableRounds(tx, member)).filter((round) => round.status !== 'draft');
  return rounds.flatMap(({ id, title, closesAt, closedAt }) => {
    const at = closedAt ?? closesAt;
    if (at === null) return [];
    const name = m.year_known_round({ title });
    return [
      { id: `round-${id}`, name, kind: 'evaluation' as const, day: localDate(at), href: `${home}/rounds/${id}`, settled: true },
    ];
  });
}

async function hearingDays(tx: Tx, member: Member, home: string): Promise<KnownDay[]> {
  return (await hearingsFor(tx, member)).map(({ id, title, closesAt }) => ({
    id: `hearing-${id}`,
    name: m.year_known_hearing({ title }),
    kind: 'dialogue' as const,
    day: localDate(closesAt),
    href: `${home}/hearings/${id}`,
    settled: true,
  }));
}
