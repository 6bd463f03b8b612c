import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { origin } from '#gate/origin.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { allowFraming, closePublicPage, openPublicPage, refuseFraming } from '#rooms/frameworks/public/commands.server.ts';
import { publicDesk } from '#rooms/frameworks/public/read.server.ts';
import { FrameOriginInput, PublicPageInput } from '#rooms/frameworks/public/schema.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const desk = found(await member.read((tx) => publicDesk(tx, event.params.framework)));
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    desk,
    list,
    origin: origin(),
    organisation: member.organisation.slug,
    shown: event.url.searchParams.get('statement'),
    done: event.url.searchParams.get('done'),
  };
});

type Failed = ActionFailure<{
  problem: { message: string; code: string };
  errors: Record<string, string>;
  typed: Record<string, string>;
}>;

/** What was typed stands in the form again when it cannot be saved. */
async function keeping(form: FormData, work: () => Promise<never>): Promise<Failed> {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status === 404) throw thrown;
    const message = Object.keys(thrown.fields).length > 0 ? m.reading_public_problem_form() : thrown.message;
    return fail(thrown.status, { problem: { message, code: thrown.code }, errors: thrown.fields, typed });
  }
}

const done = (event: RequestEvent, what: string): never => redirect(303, `${event.url.pathname}?done=${what}`);

const SENTENCES: Record<string, () => string> = {
  missing: m.frameworks_problem_missing,
  long: m.frameworks_problem_long,
  address: m.reading_public_problem_address,
  origin: m.reading_public_problem_origin,
};
const sentence = (code: string): string => (SENTENCES[code] ?? m.frameworks_problem_missing)();

export const actions = {
  open: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const parsed = safeParse(PublicPageInput, {
        address: form.get('address'),
        contact: form.get('contact'),
        findable: form.get('findable') !== null,
      });
      if (!parsed.success)
        throw new Problem(
          'invalid',
          '',
          Object.fromEntries(parsed.issues.map((issue) => [String(issue.path?.[0]?.key ?? ''), sentence(issue.message)])),
        );
      await openPublicPage(member, event.params.framework, parsed.output);
      return done(event, 'saved');
    });
  }),
  close: asMemberAction(async (member, event: RequestEvent) => {
    await closePublicPage(member, event.params.framework);
    return done(event, 'closed');
  }),
  allow: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const parsed = safeParse(FrameOriginInput, form.get('origin'));
      if (!parsed.success) throw new Problem('invalid', '', { origin: sentence(parsed.issues[0].message) });
      await allowFraming(member, parsed.output);
      return done(event, 'sites');
    });
  }),
  refuse: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await refuseFraming(member, String(form.get('site') ?? ''));
    return done(event, 'sites');
  }),
} satisfies Actions;
