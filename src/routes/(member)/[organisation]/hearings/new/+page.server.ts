import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { openHearing } from '#rooms/frameworks/hearing/opening/commands.server.ts';
import { hearingDesk } from '#rooms/frameworks/hearing/opening/read.server.ts';
import { mayHoldHearings } from '#rooms/frameworks/hearing/policy.ts';
import { HearingInput } from '#rooms/frameworks/hearing/schema.ts';
import { closingFrom, failedClosing } from '../closing-form.ts';
import { keeping, textOf } from '../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayHoldHearings(member)) throw new Problem('not_found');
  const version = event.url.searchParams.get('version') ?? '';
  // A hearing is about a version: without one there is nothing to open, and the list shows the way.
  if (version === '') redirect(303, `/${member.organisation.slug}/hearings`);
  const desk = found(await member.read((tx) => hearingDesk(tx, version, now())));
  return { ...desk, hearingId: newId(), home: `/${member.organisation.slug}` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const input = inputFrom(form);
    const closing = closingFrom(form);
    if (!closing.ok) return failedClosing(form, closing, 'errors' in input ? input.errors : {});
    return keeping(form, async () => {
      if ('errors' in input) throw new Problem('invalid', '', input.errors);
      const at = { versionId: event.url.searchParams.get('version') ?? '', hearingId: textOf(form, 'hearing') };
      const id = await openHearing(member, at, input, closing.moment);
      redirect(303, `/${member.organisation.slug}/hearings/${id}?done=opened`);
    });
  }),
} satisfies Actions;

function inputFrom(form: FormData): HearingInput | { errors: Record<string, string> } {
  const input = v.safeParse(HearingInput, {
    title: textOf(form, 'title'),
    letter: textOf(form, 'letter'),
    contact: textOf(form, 'contact'),
    bodies: form.getAll('bodies').filter((value) => typeof value === 'string'),
    employees: form.get('employees') !== null,
  });
  if (input.success) return input.output;
  const say: Record<string, () => string> = {
    title: m.hearing_problem_title,
    letter: m.hearing_problem_letter,
    contact: m.hearing_problem_contact,
  };
  const wrong = input.issues.map((issue) => String(issue.path?.[0]?.key ?? ''));
  return { errors: Object.fromEntries(wrong.map((field) => [field, (say[field] ?? m.hearing_problem_body)()])) };
}
