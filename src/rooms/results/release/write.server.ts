import { sql } from 'kysely';
import { found } from '#base/errors.ts';
import { newBlindId, newId } from '#base/ids.ts';
import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { roundQuestions, roundThemes } from '#rooms/rounds/questions/read.server.ts';
import { roundFacts, roundGroups, roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { auditRows, type ThemeCodes, type Verdict } from '../disclosure/rules.ts';
import { ledgerRows } from '../figures/rules.ts';
import { openedGroups, openingOf } from '../opened/read.server.ts';
import { planRelease, type ReleasePlan } from '../plan/rules.ts';
import { refusalOf } from '../read.server.ts';
import type { Atom, AuditedRow, AuditSummary } from '../schema.ts';
import { answersTo, tallyRound, type Tally } from '../tally/rules.ts';
import { isStale } from './rules.ts';

/** How a release went. `readers` = the persons who have a report to read now: leaders, and their superiors where the rules say so. */
export type ReleaseOutcome =
  | { kind: 'sealed' }
  | { kind: 'done' }
  | { kind: 'expired' }
  | { kind: 'refused'; leaks: number }
  | { kind: 'frozen'; title: string; readers: string[]; hrSees: boolean };

/** A release that is computed but not yet attacked or frozen. */
export type DraftRelease = {
  roundId: string;
  title: string;
  k: number;
  themes: ThemeCodes[];
  tally: Tally;
  plan: ReleasePlan;
  rows: AuditedRow[];
  atoms: Atom[];
  dropped: number;
};

/**
 * Computes, attacks and freezes a round's results, and deletes the opened ballots: all in the caller's transaction, so that a
 * crash leaves either everything or nothing. Run again it does nothing. A release that leaks is refused and nothing is shown.
 */
export async function releaseRound(tx: Tx, roundId: string): Promise<ReleaseOutcome> {
  // Two runs at once: the second waits here and then finds the first one's release. (A launched round's own row refuses every lock.)
  await sql`select pg_advisory_xact_lock(hashtextextended(${roundId}, 0))`.execute(tx);
  const earlier = await tx.selectFrom('releases').select('id').where('round_id', '=', roundId).executeTakeFirst();
  if (earlier !== undefined) return { kind: 'done' };
  const opening = await openingOf(tx, roundId);
  if (opening === null) return { kind: 'sealed' };
  const refusal = await refusalOf(tx, roundId);
  if (refusal !== null && isStale(refusal, now())) {
    await tx.deleteFrom('handover.opened').where('round_id', '=', roundId).execute();
    return { kind: 'expired' };
  }
  return freezeRelease(tx, await draftRelease(tx, roundId, opening.dropped));
}

/** Computes a release from the opened ballots and the round's frozen tree, questions and rules. */
export async function draftRelease(tx: Tx, roundId: string, dropped: number): Promise<DraftRelease> {
  const round = found(await roundFacts(tx, roundId));
  const questions = await roundQuestions(tx, roundId);
  const themes = (await roundThemes(tx, roundId)).map(({ theme, codes }) => ({ theme, codes }));
  const frame = {
    nodes: await roundNodes(tx, roundId),
    groups: await roundGroups(tx, roundId),
    codes: questions.map((question) => question.code),
    themes,
  };
  const tally = tallyRound(frame, await openedGroups(tx, roundId));
  const rules = { k: round.k, middle: round.middle };
  const plan = planRelease(tally, rules);
  const rows = ledgerRows(tally, plan, rules);
  return { roundId, title: round.title, k: round.k, themes, tally, plan, rows, atoms: atomsOf(tally), dropped };
}

/** Attacks a computed release; freezes it when nothing is found, and refuses it otherwise. */
export async function freezeRelease(tx: Tx, draft: DraftRelease): Promise<ReleaseOutcome> {
  const verdict = auditRows(draft.rows, draft.atoms, draft.themes, draft.k);
  if (verdict.leaks.length > 0) return refuse(tx, draft, verdict);
  const organisation = await organisationOf(tx);
  const releaseId = newId();
  const unused = draft.plan.unused + draft.dropped;
  const audit = JSON.stringify(summaryOf(draft, verdict));
  await tx
    .insertInto('releases')
    .values({ organisation_id: organisation, id: releaseId, round_id: draft.roundId, audit, unused })
    .execute();
  await writeLedger(tx, organisation, releaseId, draft);
  await writeAtoms(tx, organisation, releaseId, draft.atoms);
  await writeVisibility(tx, organisation, releaseId, draft.plan);
  await tx.deleteFrom('handover.opened').where('round_id', '=', draft.roundId).execute();
  await record(tx, SYSTEM, { action: 'release.frozen', object: { kind: 'round', id: draft.roundId, name: draft.title } });
  return { kind: 'frozen', title: draft.title, ...(await readersOf(tx, draft)) };
}

const SYSTEM = { personId: null, name: 'Pejling' };

async function refuse(tx: Tx, draft: DraftRelease, verdict: Verdict): Promise<ReleaseOutcome> {
  await tx
    .insertInto('release_refusals')
    .values({
      organisation_id: await organisationOf(tx),
      id: newId(),
      round_id: draft.roundId,
      leaks: JSON.stringify(verdict.leaks.slice(0, 100)),
    })
    .execute();
  await record(tx, SYSTEM, { action: 'release.refused', object: { kind: 'round', id: draft.roundId, name: draft.title } });
  return { kind: 'refused', leaks: verdict.leaks.length };
}

function atomsOf(tally: Tally): Atom[] {
  const atoms: Atom[] = [];
  tally.groupOfLeaf.forEach((group, leaf) => {
    const answers = tally.people[leaf] ?? 0;
    if (group === null || answers === 0) return;
    const items: Atom['items'] = {};
    tally.frame.codes.forEach((code, question) => (items[code] = answersTo(tally, leaf, question)));
    atoms.push({ groupId: group.id, answers, items });
  });
  return atoms;
}

function summaryOf(draft: DraftRelease, verdict: Verdict): AuditSummary {
  const shown = new Set(draft.rows.filter((row) => row.subject === 'own').map((row) => row.subjectId));
  const leaders = new Set(draft.tally.frame.groups.flatMap((group) => group.leaderId ?? []));
  return {
    figures: draft.rows.reduce((sum, row) => sum + 1 + Object.keys(row.figures.items).length, 0),
    groups: new Set(draft.rows.map((row) => `${row.subject}:${row.subjectId}`)).size,
    questions: draft.tally.frame.codes.length,
    themes: draft.themes.length,
    smallest: verdict.smallest ?? 0,
    searched: verdict.searched,
    structures: verdict.structures,
    nearEnds: verdict.nearEnds,
    leadersShown: shown.size,
    leadersHidden: leaders.size - shown.size,
    rolls: draft.plan.rolls.length,
    rollsForAll: draft.plan.rollsForAll.length,
  };
}

const ROWS_AT_ONCE = 2000;

async function writeLedger(tx: Tx, organisation: number, releaseId: string, draft: DraftRelease): Promise<void> {
  for (let start = 0; start < draft.rows.length; start += ROWS_AT_ONCE) {
    const rows = draft.rows
      .slice(start, start + ROWS_AT_ONCE)
      .map((row) => ({ ...row, id: newBlindId(), subject_id: row.subjectId }));
    await sql`
      insert into ledger (organisation_id, release_id, round_id, id, subject, subject_id, theme, n, invited, figures, members, sums)
      select ${organisation}::int, ${releaseId}::uuid, ${draft.roundId}::uuid, r.id, r.subject, r.subject_id, r.theme, r.n, r.invited, r.figures, r.members, r.sums
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, subject text, subject_id uuid, theme text, n int, invited int, figures jsonb, members jsonb, sums jsonb)`.execute(
      tx,
    );
  }
}

async function writeAtoms(tx: Tx, organisation: number, releaseId: string, atoms: Atom[]): Promise<void> {
  const rows = JSON.stringify(atoms.map((atom) => ({ group_id: atom.groupId, answers: atom.answers, items: atom.items })));
  await sql`
    insert into release_atoms (organisation_id, release_id, group_id, answers, items)
    select ${organisation}::int, ${releaseId}::uuid, r.group_id, r.answers, r.items
    from jsonb_to_recordset(${rows}::jsonb) as r(group_id uuid, answers int, items jsonb)`.execute(tx);
}

async function writeVisibility(tx: Tx, organisation: number, releaseId: string, plan: ReleasePlan): Promise<void> {
  const forAll = new Set(plan.rollsForAll);
  const rows = JSON.stringify(plan.rolls.map((node) => ({ node_id: node, shown: forAll.has(node) })));
  await sql`
    insert into roll_visibility (organisation_id, release_id, node_id, shown)
    select ${organisation}::int, ${releaseId}::uuid, r.node_id, r.shown
    from jsonb_to_recordset(${rows}::jsonb) as r(node_id uuid, shown boolean)`.execute(tx);
}

async function readersOf(tx: Tx, draft: DraftRelease): Promise<{ readers: string[]; hrSees: boolean }> {
  const round = found(await roundFacts(tx, draft.roundId));
  const shown = new Set(draft.rows.filter((row) => row.subject === 'own').map((row) => row.subjectId));
  const leaders = (await roundLeaders(tx, draft.roundId)).filter((leader) => shown.has(leader.id));
  const superiors = round.superiorSees ? leaders.flatMap((leader) => leader.superiorId ?? []) : [];
  return { readers: [...new Set([...leaders.map((leader) => leader.personId), ...superiors])], hrSees: round.hrSees };
}
