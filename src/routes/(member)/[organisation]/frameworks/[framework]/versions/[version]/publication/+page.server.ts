import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { publishVersion } from '#rooms/frameworks/publication/commands.server.ts';
import { sayMeaning } from '#rooms/frameworks/origins/commands.server.ts';
import { MEANINGS } from '#rooms/frameworks/origins/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { readPublication } from '#rooms/frameworks/publication/read.server.ts';
import { linkedUses } from '#rooms/frameworks/usage/read.server.ts';
import { allRounds } from '#rooms/rounds/read.server.ts';
import { placesFor } from '../../../../places.ts';
import { keeping, textOf } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How the fields are called that ask whether a statement still means the same. */
const FIELD = 'meaning ';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return member.read(async (tx) => {
    const publication = found(await readPublication(tx, event.params));
    const previous = publication.consequences?.previous.versionId;
    const rounds =
      previous === undefined
        ? []
        : (await allRounds(tx)).filter((round) => round.versionId === previous && round.status !== 'closed');
    const used = publication.consequences?.used.map(({ statementId }) => statementId) ?? [];
    return {
      publication,
      links: await linkedUses(tx, used, placesFor(tx, member)),
      rounds: rounds.map(({ id, title, status }) => ({ id, title, open: status !== 'draft' })),
      list,
      base: `${list}/${event.params.framework}/versions/${event.params.version}`,
      done: event.url.searchParams.get('done'),
    };
  });
});

export const actions = {
  publish: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await publishVersion(member, event.params.version, {
        restSeen: form.get('rest_seen') !== null,
        consequencesSeen: form.get('consequences_seen') !== null,
        on: textOf(form, 'on'),
      });
      redirect(
        303,
        `/${event.params.organisation}/frameworks/${event.params.framework}/versions/${event.params.version}?done=published`,
      );
    });
  }),
  meanings: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const meanings = [...form.entries()].flatMap(([name, value]) => {
      const meaning = MEANINGS.find((known) => known === value);
      return name.startsWith(FIELD) && meaning !== undefined ? [{ statementId: name.slice(FIELD.length), meaning }] : [];
    });
    await sayMeaning(member, event.params.version, meanings);
    redirect(303, `${event.url.pathname}?done=meanings#meanings`);
  }),
} satisfies Actions;
