import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { readDraftHead } from '#rooms/frameworks/cover/read.server.ts';
import { savePaste } from '#rooms/frameworks/matrix/paste/commands.server.ts';
import { previewPaste } from '#rooms/frameworks/matrix/paste/read.server.ts';
import { PasteInput } from '#rooms/frameworks/matrix/paste/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf } from '../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    draft: found(await member.read((tx) => readDraftHead(tx, event.params))),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
  };
});

function pasteFrom(form: FormData): PasteInput {
  const parsed = safeParse(PasteInput, { table: textOf(form, 'table'), seen: textOf(form, 'seen') });
  if (parsed.success) return parsed.output;
  const long = parsed.issues.some(({ message }) => message === 'long');
  throw new Problem('invalid', '', { table: long ? m.frameworks_problem_long() : m.editor_paste_problem_missing() });
}

export const actions = {
  preview: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      if (!mayEditFrameworks(member)) throw new Problem('not_found');
      const { table } = pasteFrom(form);
      const preview = found(await member.read((tx) => previewPaste(tx, event.params, table)));
      if (preview === 'no_levels') throw new Problem('invalid', '', { table: m.editor_paste_problem_levels() });
      if (preview === 'no_rows') throw new Problem('invalid', '', { table: m.editor_paste_problem_rows() });
      return { preview, table };
    });
  }),
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const { saved } = await savePaste(member, event.params, pasteFrom(form));
      redirect(303, `${event.url.pathname.replace(/paste$/, 'cells')}?saved=${saved}`);
    });
  }),
} satisfies Actions;
