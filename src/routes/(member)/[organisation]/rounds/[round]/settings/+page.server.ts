import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveSettings } from '#rooms/rounds/commands.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { SettingsInput } from '#rooms/rounds/schema.ts';
import { keeping, textOf } from '../../typed.ts';
import { closingFrom, failedClosing } from '../closing-form.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => ({ round: await arrangedRound(tx, member, event.params.round) })),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const chosen = textOf(form, 'closes_date') !== '' || textOf(form, 'closes_time') !== '';
    const closing = closingFrom(form);
    if (chosen && !closing.ok) return failedClosing(form, closing);
    return keeping(form, async () => {
      const input = settingsFrom(form);
      await saveSettings(member, event.params.round, input, closing.ok ? closing.moment : null);
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}`);
    });
  }),
} satisfies Actions;

function settingsFrom(form: FormData): SettingsInput {
  const fields = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const input = v.safeParse(SettingsInput, fields);
  if (input.success) return input.output;
  const say: Record<string, () => string> = { title: m.rounds_problem_title, k: m.rounds_problem_k };
  const wrong = input.issues.map((issue) => v.getDotPath(issue) ?? '');
  throw new Problem(
    'invalid',
    '',
    Object.fromEntries(wrong.map((field) => [field, (say[field] ?? m.rounds_problem_too_long)()])),
  );
}
