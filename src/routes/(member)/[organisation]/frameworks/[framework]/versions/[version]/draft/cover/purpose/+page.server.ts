import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { savePurpose } from '#rooms/frameworks/cover/purpose/commands.server.ts';
import { readPurpose } from '#rooms/frameworks/cover/purpose/read.server.ts';
import { PurposeInput } from '#rooms/frameworks/cover/purpose/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { allUnits } from '#rooms/plans/units/read.server.ts';
import { textOf, textsOf } from '../../../../../../../typed.ts';
import { keepingUnits } from '../../../../../../../unit-search.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const { purpose, units } = await member.read(async (tx) => {
    const read = found(await readPurpose(tx, event.params));
    return { purpose: read, units: await allUnits(tx, { chosen: read.cover.scopeUnits.map(({ id }) => id), search: '' }) };
  });
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    purpose,
    units,
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
  };
});

const WORDS = ['purposes', 'scope', 'binding', 'owner', 'authors', 'contactName', 'contactMail', 'input', 'seen'];

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    if (!mayEditFrameworks(member)) throw new Problem('not_found');
    const offer = (asked: { chosen: string[]; search: string }) => member.read((tx) => allUnits(tx, asked));
    return keepingUnits(form, 'units', offer, async () => {
      const words = Object.fromEntries(WORDS.map((name) => [name, textOf(form, name)]));
      const parsed = safeParse(PurposeInput, { ...words, units: textsOf(form, 'units'), levels: textsOf(form, 'levels') });
      if (!parsed.success) {
        const wrong = parsed.issues.map(({ path, message }) => [String(path?.[0]?.key), sentenceFor(message)]);
        throw new Problem('invalid', '', Object.fromEntries(wrong));
      }
      await savePurpose(member, event.params.version, parsed.output);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
} satisfies Actions;

function sentenceFor(message: string): string {
  if (message === 'mail') return m.editor_purpose_problem_mail();
  if (message === 'many') return m.editor_purpose_problem_many();
  return message === 'long' ? m.frameworks_problem_long() : m.frameworks_problem_choice();
}
