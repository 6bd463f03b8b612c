import { fail, redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import type { Conflict } from '#rooms/frameworks/draft/commands.server.ts';
import { VIEWS } from '#rooms/frameworks/draft/workbench/schema.ts';
import { readWorkbench } from '#rooms/frameworks/draft/workbench/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { DEEDS, type DeedName, type Outcome } from './deeds.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const query = event.url.searchParams;
  const choice = {
    element: query.get('element'),
    rest: query.get('rest'),
    wholeSource: query.get('source') === 'whole',
    view: VIEWS.find((view) => view === query.get('view')) ?? 'tree',
  };
  const bench = found(await member.read((tx) => readWorkbench(tx, member.personId, event.params, choice)));
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

/** Where to go after a deed; when somebody else was first and nobody's words are at stake, a sentence is enough. */
function nextAfter({ select, conflict, mine }: Outcome, otherwise: string): string | Shown {
  if (conflict === undefined) return select === null ? otherwise : `?element=${select}#element-${select}`;
  if (mine === undefined)
    throw new Problem('conflict', conflict.theirs === null ? m.frameworks_conflict_gone() : m.frameworks_conflict_look());
  const { element, kind, level, title, text } = mine;
  const words = { kind, level: level === null ? '' : String(level), title: title ?? '', text: text ?? '' };
  return { element, revision: conflict.revision, mine: words, theirs: conflict.theirs };
}

/** A form of this page: what was typed goes back to it when it cannot be saved. */
function keeping(name: DeedName, otherwise: string) {
  return async (member: Member, event: RequestEvent) => {
    const form = await event.request.formData();
    let next: string | Shown;
    try {
      next = nextAfter(await DEEDS[name](member, event.params.version, form), otherwise);
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.status === 404) throw thrown;
      const values = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
      const message = thrown.message === thrown.code ? m.frameworks_problem_form() : thrown.message;
      return fail(thrown.status, {
        problem: { message, code: thrown.code },
        errors: thrown.fields,
        attempt: { action: name as string, values, errors: thrown.fields },
      });
    }
    if (typeof next !== 'string') return fail(409, { conflict: next });
    redirect(
      303,
      `/${event.params.organisation}/frameworks/${event.params.framework}/versions/${event.params.version}/draft${next}`,
    );
  };
}

export const actions = {
  save: asMemberAction(keeping('save', '')),
  step: asMemberAction(keeping('step', '')),
  move: asMemberAction(keeping('move', '')),
  remove: asMemberAction(keeping('remove', '?done=removed')),
  add: asMemberAction(keeping('add', '')),
  place: asMemberAction(keeping('place', '')),
  append: asMemberAction(keeping('append', '')),
  sort: asMemberAction(keeping('sort', '#unplaced')),
  restore: asMemberAction(keeping('restore', '?done=restored')),
  split: asMemberAction(keeping('split', '')),
  join: asMemberAction(keeping('join', '')),
  many: asMemberAction(keeping('many', '?done=changed#tree')),
  removeMany: asMemberAction(keeping('removeMany', '?done=removed#tree')),
  decide: asMemberAction(keeping('decide', '?view=repairs&done=decided')),
  see: asMemberAction(keeping('see', '?view=places&done=seen')),
  undo: asMemberAction(keeping('undo', '?done=undone')),
  redo: asMemberAction(keeping('redo', '?done=redone')),
} satisfies Actions;
