// Bringing in a file: a preview first, which writes nothing of the organisation; then, when a person accepts it, everything at once.
import { createHash } from 'node:crypto';
import { found, Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { daysAfter, now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayArrangeOrganisation } from '../policy.ts';
import type { Member } from '../proof.server.ts';
import { lockOrganisation } from '../write.server.ts';
import { compare, endsMuch, type Difference } from './difference/rules.ts';
import { readTable } from './file/rules.ts';
import { fileSentence, headerSentence } from './problem/rules.ts';
import { readHeader, readRows } from './header/rules.ts';
import { planOrganisation } from './plan/rules.ts';
import { standingOrganisation, waitingIntake } from './read.server.ts';
import { isOfReading, shortened, weigh } from './rules.ts';
import type { IntakeProblem, IntakeRow } from './schema.ts';
import { closeIntake, dropIntakes, keepIntake, renewIntake, writeOrganisation, type Preview } from './write.server.ts';

/** What nobody has accepted for this long is thrown away: it is a list of people. */
const KEPT_DAYS = 14;

/** Reads a file and keeps it as a preview. What is wrong with the file as a whole comes back as a sentence, and nothing is kept. */
export async function uploadOrganisation(member: Member, file: { name: string; bytes: Uint8Array }): Promise<string> {
  if (!mayArrangeOrganisation(member)) throw new Problem('not_found');
  const { rows, problems } = readFile(file.bytes);
  const id = newId();
  await inTenant(member, async (tx) => {
    await dropIntakes(tx, { before: daysAfter(now(), -KEPT_DAYS) });
    const preview = previewOf(await difference(tx, rows, problems));
    await keepIntake(tx, { id, fileName: file.name.slice(0, 200), rows, uploadedBy: member.personId }, preview);
    await record(tx, actor(member), { action: 'intake.uploaded', object: { kind: 'intake', id, name: file.name.slice(0, 200) } });
  });
  return id;
}

/** Accepts an intake. The difference is made again under a lock: if it is no longer the one that was shown, it is shown anew instead. */
export async function acceptIntake(member: Member, id: string, input: { confirmed: boolean }): Promise<void> {
  if (!mayArrangeOrganisation(member)) throw new Problem('not_found');
  const outcome = await inTenant(member, async (tx) => {
    await lockOrganisation(tx);
    const waiting = found(await waitingIntake(tx, id));
    if (waiting.acceptedAt !== null) throw new Problem('conflict', m.people_intake_accepted_already());
    const { difference: current, problems, rows } = await difference(tx, waiting.rows, waiting.problems.filter(isOfReading));
    const preview = previewOf({ difference: current, problems, rows });
    if (preview.fingerprint !== waiting.fingerprint) {
      await renewIntake(tx, id, preview);
      return 'renewed';
    }
    if (current === null) throw new Problem('invalid', m.people_intake_has_errors());
    if (endsMuch(current.counts) && !input.confirmed)
      throw new Problem('invalid', m.people_intake_confirm_problem(), { confirmed: m.people_intake_confirm_problem() });
    await writeOrganisation(tx, current.writes);
    await closeIntake(tx, id, member.personId);
    await record(tx, actor(member), { action: 'intake.accepted', object: { kind: 'intake', id } });
    return 'accepted';
  });
  if (outcome === 'renewed') throw new Problem('conflict', m.people_intake_changed_since());
}

/** Throws an intake away that has not been accepted. */
export async function discardIntake(member: Member, id: string): Promise<void> {
  if (!mayArrangeOrganisation(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const waiting = found(await waitingIntake(tx, id));
    if (waiting.acceptedAt !== null) throw new Problem('conflict', m.people_intake_accepted_already());
    await dropIntakes(tx, { id });
    await record(tx, actor(member), { action: 'intake.discarded', object: { kind: 'intake', id } });
  });
}

function actor(member: Member): { personId: string; name: string } {
  return { personId: member.personId, name: member.name };
}

function readFile(bytes: Uint8Array): { rows: IntakeRow[]; problems: IntakeProblem[] } {
  const table = readTable(bytes);
  if (!table.ok) throw refusal(fileSentence(table));
  const header = readHeader(table.rows[0]?.cells ?? []);
  if (!header.ok) throw refusal(headerSentence(header));
  return readRows(header, table);
}

function refusal(sentence: string): Problem {
  return new Problem('invalid', sentence, { file: sentence });
}

type Compared = { difference: Difference | null; problems: IntakeProblem[]; rows: number };

async function difference(tx: Tx, rows: IntakeRow[], before: IntakeProblem[]): Promise<Compared> {
  const standing = await standingOrganisation(tx);
  const { plan, problems } = planOrganisation(rows, standing.levels);
  const all = [...before, ...problems];
  if (weigh(all).errors > 0) return { difference: null, problems: all, rows: rows.length };
  const made = compare(plan, standing, newId);
  const total = [...all, ...made.problems];
  return { difference: weigh(made.problems).errors > 0 ? null : made, problems: total, rows: rows.length };
}

function previewOf({ difference: made, problems, rows }: Compared): Preview {
  const changes = made?.changes ?? [];
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([changes, made === null]))
    .digest('hex');
  return {
    problems: shortened(problems),
    summary: { rows, ...weigh(problems), counts: made?.counts ?? null },
    fingerprint,
    changes,
  };
}
