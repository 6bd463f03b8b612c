import type { GenericSchema, InferOutput } from 'valibot';
import { m } from '#base/text.ts';
import {
  addToDraft,
  appendInDraft,
  moveInDraft,
  placeInDraft,
  removeFromDraft,
  saveElement,
  sortInDraft,
  stepInDraft,
  undoInDraft,
  type Conflict,
  type Saved,
  type SavedDraft,
} from '#rooms/frameworks/draft/commands.server.ts';
import { decideInDraft } from '#rooms/frameworks/draft/decisions/commands.server.ts';
import { DecideInput } from '#rooms/frameworks/draft/decisions/schema.ts';
import { readForm } from '#rooms/frameworks/draft/form/schema.ts';
import { changeManyInDraft, removeManyInDraft } from '#rooms/frameworks/draft/many/commands.server.ts';
import { ManyInput, RemoveManyInput } from '#rooms/frameworks/draft/many/schema.ts';
import { redoSave, seeInDraft, undoSave } from '#rooms/frameworks/draft/saves/commands.server.ts';
import { SeeInput } from '#rooms/frameworks/draft/saves/schema.ts';
import {
  AddInput,
  AppendInput,
  EditInput,
  MoveInput,
  PlaceInput,
  RemoveInput,
  SortInput,
  StepInput,
  UndoInput,
} from '#rooms/frameworks/draft/schema.ts';
import { joinInDraft, splitInDraft } from '#rooms/frameworks/draft/splitting/commands.server.ts';
import { JoinInput, SplitInput } from '#rooms/frameworks/draft/splitting/schema.ts';
import type { Member } from '#rooms/people/proof.server.ts';

/** What came of a deed: which element it is about now, and what there is to say. `mine` is what was typed, where it met somebody else's. */
export type Outcome = {
  select: string | null;
  said: string;
  conflict?: Conflict;
  mine?: InferOutput<typeof EditInput>;
  /** The draft as it stands after the deed, where the deed knows. */
  draft?: SavedDraft;
};
export const DEED_NAMES = [
  'save',
  'step',
  'move',
  'remove',
  'add',
  'place',
  'append',
  'sort',
  'restore',
  'split',
  'join',
  'many',
  'removeMany',
  'decide',
  'see',
  'undo',
  'redo',
] as const;
export type DeedName = (typeof DEED_NAMES)[number];
type Perform = (member: Member, version: string, form: FormData) => Promise<Outcome>;

/** A thing an editor does in a draft, from its form to what came of it. */
function deed<S extends GenericSchema>(
  schema: S,
  work: (member: Member, version: string, input: InferOutput<S>) => Promise<Outcome>,
  lists: readonly string[] = [],
): Perform {
  return (member, version, form) => work(member, version, readForm(schema, form, lists));
}

function outcome(answer: Saved | Conflict, said: string): Outcome {
  return answer.saved ? { select: answer.elementId, said, draft: answer.draft } : { select: null, said: '', conflict: answer };
}

const save: Perform = async (member, version, form) => {
  const input = readForm(EditInput, form);
  const answer = await saveElement(member, version, { ...input, running: form.get('running') === 'yes' });
  return answer.saved ? outcome(answer, '') : { ...outcome(answer, ''), mine: input };
};

/** Everything an editor can do in a draft, by the name of its form. */
export const DEEDS: Record<DeedName, Perform> = {
  save,
  step: deed(StepInput, async (member, version, input) =>
    outcome(await stepInDraft(member, version, input), m.workbench_said_moved()),
  ),
  move: deed(MoveInput, async (member, version, input) =>
    outcome(await moveInDraft(member, version, input), m.workbench_said_moved()),
  ),
  remove: deed(RemoveInput, async (member, version, input) => {
    const answer = await removeFromDraft(member, version, input);
    return answer.saved ? { select: null, said: m.frameworks_done_removed() } : outcome(answer, '');
  }),
  add: deed(AddInput, async (member, version, input) =>
    outcome(await addToDraft(member, version, input), m.workbench_said_added()),
  ),
  place: deed(PlaceInput, async (member, version, input) =>
    outcome(await placeInDraft(member, version, input), m.workbench_said_placed()),
  ),
  append: deed(AppendInput, async (member, version, input) =>
    outcome(await appendInDraft(member, version, input), m.workbench_said_placed()),
  ),
  sort: deed(SortInput, async (member, version, input) => {
    await sortInDraft(member, version, input);
    return { select: null, said: input.kind === 'furniture' ? m.workbench_said_set_aside() : m.workbench_said_brought_back() };
  }),
  restore: deed(UndoInput, async (member, version, input) => {
    await undoInDraft(member, version, input);
    return { select: null, said: m.frameworks_done_undone() };
  }),
  split: deed(SplitInput, async (member, version, input) =>
    outcome(await splitInDraft(member, version, input), m.workbench_said_split()),
  ),
  join: deed(JoinInput, async (member, version, input) =>
    outcome(await joinInDraft(member, version, input), m.workbench_said_joined()),
  ),
  many: deed(
    ManyInput,
    async (member, version, input) => {
      await changeManyInDraft(member, version, input);
      return { select: null, said: m.workbench_said_many({ count: input.elements.length }) };
    },
    ['elements'],
  ),
  removeMany: deed(
    RemoveManyInput,
    async (member, version, input) => {
      await removeManyInDraft(member, version, input);
      return { select: null, said: m.workbench_said_removed_many({ count: input.elements.length }) };
    },
    ['elements'],
  ),
  decide: deed(
    DecideInput,
    async (member, version, input) => {
      const { missed } = await decideInDraft(member, version, input);
      const done = input.decision === 'accepted' ? m.workbench_said_accepted : m.workbench_said_rejected;
      const said = done({ count: input.rests.length - missed });
      return { select: null, said: missed === 0 ? said : `${said} ${m.workbench_said_missed({ count: missed })}` };
    },
    ['rests'],
  ),
  see: deed(
    SeeInput,
    async (member, version, input) => {
      await seeInDraft(member, version, input);
      return { select: null, said: input.seen ? m.workbench_said_seen() : m.workbench_said_unseen() };
    },
    ['places'],
  ),
  undo: async (member, version) => {
    const { name } = await undoSave(member, version);
    return { select: null, said: m.workbench_said_undone({ name }) };
  },
  redo: async (member, version) => {
    const { name } = await redoSave(member, version);
    return { select: null, said: m.workbench_said_redone({ name }) };
  },
};
