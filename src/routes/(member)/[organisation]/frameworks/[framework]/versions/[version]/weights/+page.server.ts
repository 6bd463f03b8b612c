import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { readDraftHead } from '#rooms/frameworks/cover/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { saveWeights } from '#rooms/frameworks/weights/commands.server.ts';
import { readWeights, untouchedStatements } from '#rooms/frameworks/weights/read.server.ts';
import { WeightsInput } from '#rooms/frameworks/weights/schema.ts';
import { keeping, textOf, textsOf, withConflicts } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const list = `/${member.organisation.slug}/frameworks`;
  const all = event.url.searchParams.get('all') !== null;
  return member.read(async (tx) => {
    const draft = mayEdit ? await readDraftHead(tx, event.params) : null;
    return {
      draft,
      table: found(await readWeights(tx, event.params, { drafts: mayEdit, edit: draft !== null, all })),
      all,
      mayEdit,
      list,
      base: `${list}/${event.params.framework}/versions/${event.params.version}`,
      saved: event.url.searchParams.has('done'),
    };
  });
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const levels = textsOf(form, 'level');
      const rows = textsOf(form, 'statement').map((statement) => ({
        statement,
        seen: textOf(form, `seen-${statement}`),
        weights: levels.map((level) => ({
          level,
          weight: textOf(form, `weight-${statement}-${level}`),
          words: textOf(form, `words-${statement}-${level}`),
        })),
      }));
      const parsed = safeParse(WeightsInput, { rows, levels: textOf(form, 'levels') });
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_long());
      // A form that comes back shows what was chosen in it; elsewhere what stands there now, so that no old value is sent again.
      for (const statement of untouchedStatements(parsed.output.rows)) form.delete(`seen-${statement}`);
      const { conflicts } = await saveWeights(member, event.params.version, parsed.output);
      if (conflicts.length > 0) return withConflicts(form, m.editor_weights_conflict({ count: conflicts.length }), conflicts);
      redirect(303, `${event.url.pathname}?done=saved${event.url.searchParams.has('all') ? '&all' : ''}`);
    });
  }),
} satisfies Actions;
