import { fail, redirect } from '@sveltejs/kit';
import { safeParse, type GenericSchema, type InferOutput } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { deleteDraft } from '#rooms/frameworks/commands.server.ts';
import { saveCover, saveKindNames, saveLevels, type CoverSaved } from '#rooms/frameworks/cover/commands.server.ts';
import { readCover } from '#rooms/frameworks/cover/read.server.ts';
import { CoverInput, KindNamesInput, LevelsInput } from '#rooms/frameworks/cover/schema.ts';
import { fieldsOf } from '#rooms/frameworks/draft/form/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const cover = found(await member.read((tx) => readCover(tx, event.params)));
  const list = `/${member.organisation.slug}/frameworks`;
  const base = `${list}/${event.params.framework}/versions/${event.params.version}`;
  return { cover, list, base, saved: event.url.searchParams.get('done') === 'saved' };
});

type Save<S extends GenericSchema> = (member: Member, version: string, input: InferOutput<S>) => Promise<CoverSaved>;

/** A form of this page: when it cannot be saved, everything that was typed stands in it again. */
function keeping<S extends GenericSchema>(name: string, schema: S, read: (form: FormData) => unknown, save: Save<S>) {
  return async (member: Member, event: RequestEvent) => {
    const form = await event.request.formData();
    const typed = {
      action: name,
      single: single(form),
      names: all(form, 'name'),
      places: all(form, 'place'),
      from: all(form, 'from'),
    };
    try {
      const parsed = safeParse(schema, read(form));
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_form(), fieldsOf(parsed.issues));
      const { saved } = await save(member, event.params.version, parsed.output);
      if (!saved) throw new Problem('conflict', m.frameworks_cover_conflict());
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.status === 404) throw thrown;
      return fail(thrown.status, { problem: { message: thrown.message, code: thrown.code }, errors: thrown.fields, typed });
    }
    redirect(303, `${event.url.pathname}?done=saved`);
  };
}

const all = (form: FormData, name: string): string[] => form.getAll(name).map(String);
const single = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
const levelRows = (form: FormData): unknown => ({
  revision: form.get('revision'),
  from: all(form, 'from'),
  name: all(form, 'name'),
  place: all(form, 'place'),
});
const kindNames = (form: FormData): unknown => ({
  revision: form.get('revision'),
  names: Object.fromEntries(
    [...form].flatMap(([key, value]) => (key.startsWith('kind_') ? [[key.slice('kind_'.length), String(value)]] : [])),
  ),
});

export const actions = {
  cover: asMemberAction(keeping('cover', CoverInput, single, saveCover)),
  levels: asMemberAction(keeping('levels', LevelsInput, levelRows, saveLevels)),
  kinds: asMemberAction(keeping('kinds', KindNamesInput, kindNames, saveKindNames)),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    if (form.get('sure') === null) throw new Problem('invalid', '', { sure: m.frameworks_delete_problem() });
    await deleteDraft(member, event.params.version);
    redirect(303, `/${member.organisation.slug}/frameworks?done=deleted`);
  }),
} satisfies Actions;
