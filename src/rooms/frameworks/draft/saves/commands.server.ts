import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../../policy.ts';
import { levelsOf } from '../../read.server.ts';
import type { VersionHead } from '../../schema.ts';
import { subtreeOf } from '../../tree/rules.ts';
import { lockDraft } from '../lock/write.server.ts';
import { readManuscript } from '../read.server.ts';
import { shortName } from '../removals/rules.ts';
import type { Element, Manuscript } from '../schema.ts';
import { savesOf } from './read.server.ts';
import { saveToRedo, saveToUndo, takeBack } from './rules.ts';
import type { Save } from './schema.ts';
import { markUndone, saveDraft, see, unsee, type Note, type TakenDraft } from './write.server.ts';

/** Somebody else has saved the same element since the page was read: theirs, or null when they took it out. Nothing was changed. */
export type Conflict = { saved: false; theirs: Element | null; revision: number };
export type Saved = { saved: true; elementId: string; draft?: SavedDraft };

/** The draft as a save left it, so that whoever tells what changed need not read it again. */
export type SavedDraft = { revision: number; manuscript: Manuscript };

/** The draft as it becomes; null when it cannot. `tx` for what else has to be stored or read on the way. */
export type Change = (manuscript: Manuscript, revision: number, tx: Tx) => Manuscript | null | Promise<Manuscript | null>;

/** An element as its editor saw it. `also` names others that must not have been saved since either. */
export type Seen = {
  element: string;
  revision: number;
  level?: number | null;
  also?: (manuscript: Manuscript) => readonly string[];
};

/** A change that leans on nothing but that its objects are still there. */
export async function changeDraft(
  member: Member,
  versionId: string,
  note: Note,
  change: Change,
  level: number | null = null,
): Promise<void> {
  await changeGuarded(member, versionId, { note, change, level });
}

/** A change of one element as its editor saw it: refused when it, or another that the change touches, has been saved since. */
export async function changeElement(
  member: Member,
  versionId: string,
  note: Note,
  seen: Seen,
  change: Change,
): Promise<Saved | Conflict> {
  const conflictIn = (manuscript: Manuscript, head: VersionHead): Conflict | null => {
    const current = manuscript.elements.find(({ id }) => id === seen.element);
    if (current === undefined) return { saved: false, theirs: null, revision: head.revision };
    const ids = new Set([seen.element, ...(seen.also?.(manuscript) ?? [])]);
    const newer = manuscript.elements.some(({ id, revision }) => ids.has(id) && revision > seen.revision);
    // A level is posted as its number; when the levels were changed meanwhile, the same number may be another level.
    const otherLevels = seen.level !== undefined && seen.level !== current.level && head.coverRevision > seen.revision;
    return newer || otherLevels ? { saved: false, theirs: current, revision: head.revision } : null;
  };
  const guarded = { note, change, level: seen.level ?? null, conflictIn, about: seen.element };
  const answer = await changeGuarded(member, versionId, guarded);
  return 'saved' in answer ? answer : { saved: true, elementId: seen.element, draft: answer };
}

/** The ids of what lies below an element. */
export function idsBelow({ elements }: Manuscript, id: string): string[] {
  return subtreeOf(elements, id).map((element) => element.id);
}

/** Takes back the person's own latest change that nothing newer stands on. Gives its deed and what it was done to. */
export function undoSave(member: Member, versionId: string): Promise<Pick<Save, 'what' | 'name'>> {
  return travel(member, versionId, 'back');
}

/** Does again what the person took back last. */
export function redoSave(member: Member, versionId: string): Promise<Pick<Save, 'what' | 'name'>> {
  return travel(member, versionId, 'again');
}

/** Notes that the person has looked at doubtful places and found them right, or has not after all. */
export async function seeInDraft(member: Member, versionId: string, input: { places: string[]; seen: boolean }): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    const { elements, rests } = await readManuscript(tx, versionId);
    const there = new Set([...elements, ...rests].map(({ id }) => id));
    const places = input.places.filter((id) => there.has(id));
    await (input.seen ? see(tx, head.versionId, member.personId, places) : unsee(tx, head.versionId, places));
  });
}

async function travel(member: Member, versionId: string, direction: 'back' | 'again'): Promise<Pick<Save, 'what' | 'name'>> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const draft = await taken(tx, member, versionId);
    const before = await readManuscript(tx, versionId);
    const saves = await savesOf(tx, versionId, member.personId);
    const save = (direction === 'back' ? saveToUndo : saveToRedo)(saves, before, member.personId);
    const after = save && takeBack(before, save.changes, direction, draft.head.revision + 1);
    if (save === null || after === null)
      throw new Problem('conflict', direction === 'back' ? m.workbench_problem_no_undo() : m.workbench_problem_no_redo());
    const what = direction === 'back' ? 'undo' : 'redo';
    const { revision } = await saveDraft(tx, draft, before, after, { what, name: save.name, told: { restored: true } });
    await markUndone(tx, versionId, save.revision, direction === 'back' ? revision : null);
    await trail(tx, draft);
    return { what: save.what, name: save.name };
  });
}

type Guarded = {
  note: Note;
  change: Change;
  level?: number | null;
  about?: string;
  conflictIn?: (manuscript: Manuscript, head: VersionHead) => Conflict | null;
};

async function changeGuarded(member: Member, versionId: string, guarded: Guarded): Promise<Conflict | SavedDraft> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const draft = await taken(tx, member, versionId);
    const before = await readManuscript(tx, versionId);
    const conflict = guarded.conflictIn?.(before, draft.head) ?? null;
    if (conflict !== null) return conflict;
    const { level } = guarded;
    if (level && !(await levelsOf(tx, versionId)).some(({ position }) => position === level))
      throw new Problem('invalid', '', { level: m.frameworks_problem_level() });
    const after = await guarded.change(before, draft.head.revision + 1, tx);
    if (after === null) throw new Problem('conflict', m.frameworks_problem_gone());
    const about = before.elements.find(({ id }) => id === guarded.about);
    const name = guarded.note.name ?? (about === undefined ? '' : shortName(about));
    const { revision, wentOn } = await saveDraft(tx, draft, before, after, { ...guarded.note, name });
    if (!wentOn) await trail(tx, draft);
    return { revision, manuscript: after };
  });
}

async function taken(tx: Tx, member: Member, versionId: string): Promise<TakenDraft> {
  const head = found(await lockDraft(tx, versionId));
  return { head, personId: member.personId, name: member.name };
}

async function trail(tx: Tx, { head, personId, name }: TakenDraft): Promise<void> {
  await record(
    tx,
    { personId, name },
    {
      action: 'framework.saved',
      object: { kind: 'framework_version', id: head.versionId, name: head.title },
    },
  );
}
