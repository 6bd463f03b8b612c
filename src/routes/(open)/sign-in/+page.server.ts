import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asAnyone, asAnyoneAction, currentMember } from '#gate/gate.server.ts';
import { becomePersona, personas, sendLinks } from '#gate/sign-in.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => {
  const to = ownPath(event.url.searchParams.get('to'));
  const member = await currentMember(event);
  return {
    to,
    personas: await personas(),
    signedInAs: member === null ? null : { name: member.name, slug: member.organisation.slug },
  };
});

const Email = v.pipe(v.string(), v.trim(), v.email());

export const actions = {
  mail: asAnyoneAction(async (event: RequestEvent) => {
    const form = await event.request.formData();
    const email = v.safeParse(Email, form.get('email'));
    if (!email.success) throw new Problem('invalid', m.open_sign_in_problem(), { email: m.open_sign_in_email_problem() });
    await sendLinks(email.output);
    redirect(303, '/sign-in/sent');
  }),
  persona: asAnyoneAction(async (event: RequestEvent) => {
    const form = await event.request.formData();
    const [slug, person] = String(form.get('persona')).split(' ');
    await becomePersona(event, slug ?? '', person ?? '');
    const to = ownPath(event.url.searchParams.get('to'));
    redirect(303, to?.startsWith(`/${slug}/`) === true ? to : `/${slug}`);
  }),
} satisfies Actions;

/** A place inside this installation, or null: nobody is sent to another site after signing in. */
function ownPath(path: string | null): string | null {
  return path !== null && /^\/[a-z0-9][^\\]*$/i.test(path) && !path.startsWith('//') ? path : null;
}
