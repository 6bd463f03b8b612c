import { fail, redirect } from '@sveltejs/kit';
import type { GenericSchema, InferOutput } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
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
} from '#rooms/frameworks/draft/commands.server.ts';
import { readForm } from '#rooms/frameworks/draft/form/schema.ts';
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
import { readWorkbench } from '#rooms/frameworks/draft/workbench/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const query = event.url.searchParams;
  const choice = { element: query.get('element'), rest: query.get('rest'), wholeSource: query.get('source') === 'whole' };
  const bench = found(await member.read((tx) => readWorkbench(tx, event.params, choice)));
  const list = `/${member.organisation.slug}/frameworks`;
  return { bench, list, base: `${list}/${event.params.framework}/versions/${event.params.version}`, done: query.get('done') };
});

/** Both versions of a statement that two people changed: the words just sent, and the stored ones. */
type Shown = {
  element: string;
  revision: number;
  mine: { kind: string; level: string; title: string; text: string };
  theirs: Conflict['theirs'];
};

function shown(input: InferOutput<typeof EditInput>, conflict: Conflict): Shown {
  const { element, kind, level, title, text } = input;
  const mine = { kind, level: level === null ? '' : String(level), title: title ?? '', text: text ?? '' };
  return { element, revision: conflict.revision, mine, theirs: conflict.theirs };
}

/** A form of this page: what was typed goes back to it when it cannot be saved. */
function keeping<S extends GenericSchema>(
  name: string,
  schema: S,
  work: (member: Member, version: string, input: InferOutput<S>) => Promise<string | Shown>,
) {
  return async (member: Member, event: RequestEvent) => {
    const form = await event.request.formData();
    let next: string | Shown;
    try {
      next = await work(member, event.params.version, readForm(schema, form));
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.status === 404) throw thrown;
      const values = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
      const message = thrown.message === thrown.code ? m.frameworks_problem_form() : thrown.message;
      return fail(thrown.status, {
        problem: { message, code: thrown.code },
        errors: thrown.fields,
        attempt: { action: name, values, errors: thrown.fields },
      });
    }
    if (typeof next !== 'string') return fail(409, { conflict: next });
    redirect(
      303,
      `/${event.params.organisation}/frameworks/${event.params.framework}/versions/${event.params.version}/draft${next}`,
    );
  };
}

const at = (elementId: string): string => `?element=${elementId}#element-${elementId}`;

/** Where to go after a change of an element; when somebody else was first, nobody's words are at stake and a sentence is enough. */
function afterChange(answer: Saved | Conflict, next: (elementId: string) => string): string {
  if (answer.saved) return next(answer.elementId);
  throw new Problem('conflict', answer.theirs === null ? m.frameworks_conflict_gone() : m.frameworks_conflict_look());
}

export const actions = {
  save: asMemberAction(
    keeping('save', EditInput, async (member, version, input) => {
      const answer = await saveElement(member, version, input);
      return answer.saved ? at(answer.elementId) : shown(input, answer);
    }),
  ),
  step: asMemberAction(
    keeping('step', StepInput, async (member, version, input) => afterChange(await stepInDraft(member, version, input), at)),
  ),
  move: asMemberAction(
    keeping('move', MoveInput, async (member, version, input) => afterChange(await moveInDraft(member, version, input), at)),
  ),
  remove: asMemberAction(
    keeping('remove', RemoveInput, async (member, version, input) =>
      afterChange(await removeFromDraft(member, version, input), () => '?done=removed'),
    ),
  ),
  add: asMemberAction(
    keeping('add', AddInput, async (member, version, input) => at((await addToDraft(member, version, input)).elementId)),
  ),
  place: asMemberAction(
    keeping('place', PlaceInput, async (member, version, input) => at((await placeInDraft(member, version, input)).elementId)),
  ),
  append: asMemberAction(
    keeping('append', AppendInput, async (member, version, input) => at((await appendInDraft(member, version, input)).elementId)),
  ),
  sort: asMemberAction(
    keeping('sort', SortInput, async (member, version, input) => {
      await sortInDraft(member, version, input);
      return '#unplaced';
    }),
  ),
  undo: asMemberAction(
    keeping('undo', UndoInput, async (member, version, input) => {
      await undoInDraft(member, version, input);
      return '?done=undone';
    }),
  ),
} satisfies Actions;
