import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveCells } from '#rooms/frameworks/matrix/cells/commands.server.ts';
import { readMatrixEditor, touchedFields } from '#rooms/frameworks/matrix/cells/read.server.ts';
import { CellsInput, type CellField } from '#rooms/frameworks/matrix/cells/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf, textsOf, withConflicts } from '../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const query = event.url.searchParams;
  const choice = { level: query.get('level'), rows: query.get('rows') };
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    editor: found(await member.read((tx) => readMatrixEditor(tx, event.params, choice))),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: query.has('saved') ? Number(query.get('saved')) || 0 : null,
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const [elements, seen, texts] = [textsOf(form, 'element'), textsOf(form, 'seen'), textsOf(form, 'text')];
      const levels = textsOf(form, 'level');
      const fields = textsOf(form, 'row').map((row, index) => ({
        row,
        level: levels[index],
        element: elements[index],
        seen: seen[index],
        text: texts[index],
      }));
      const parsed = safeParse(CellsInput, fields);
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_long());
      keepOnly(form, touchedFields(parsed.output));
      const { saved, conflicts } = await saveCells(member, event.params.version, {
        fields: parsed.output,
        levels: textOf(form, 'levels'),
      });
      if (conflicts.length > 0)
        return withConflicts(
          form,
          m.editor_cells_conflict({ count: conflicts.length, saved }),
          conflicts.map(({ row, level, element }) => `${row}-${level}-${element}`),
        );
      const kept = ['level', 'rows'].flatMap((name) => event.url.searchParams.getAll(name).map((value) => [name, value]));
      const place = textOf(form, 'place');
      redirect(
        303,
        `${event.url.pathname}?${new URLSearchParams([...kept, ['saved', String(saved)]])}${place === '' ? '' : `#row-${place}`}`,
      );
    });
  }),
} satisfies Actions;

/** A form that comes back shows what was written in it; where nothing was written it shows what stands there now, not what stood there. */
function keepOnly(form: FormData, fields: CellField[]): void {
  for (const name of ['row', 'level', 'element', 'seen', 'text']) form.delete(name);
  for (const { row, level, element, seen, text } of fields)
    for (const [name, value] of Object.entries({ row, level: String(level), element, seen, text })) form.append(name, value);
}
