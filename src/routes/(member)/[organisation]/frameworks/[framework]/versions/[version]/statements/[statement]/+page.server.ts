import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { origin } from '#gate/origin.server.ts';
import { tracesOf } from '#rooms/frameworks/hearing/traces/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { publicPageOf } from '#rooms/frameworks/public/read.server.ts';
import { besideWords, statementFor } from '#rooms/frameworks/reading/read.server.ts';
import { publicStatementHref, statementHref } from '#rooms/frameworks/reading/schema.ts';
import { meaningsOf } from '#rooms/frameworks/translations/read.server.ts';
import type { PageServerLoadEvent } from './$types';
import { counted, whereUsed } from '../../where-used.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { page, uses, notes, open, traces, meanings } = await member.read(async (tx) => {
    const read = found(await statementFor(tx, member, event.params));
    return {
      page: read,
      uses: await whereUsed(tx, member, read.version),
      notes: (await besideWords(tx, read.version)).notes[event.params.statement],
      traces: (await tracesOf(tx, [event.params.statement])).get(event.params.statement) ?? [],
      meanings: await meaningsOf(tx, event.params.framework, event.params.statement),
      open: await publicPageOf(tx, event.params.framework),
    };
  });
  await counted(member, page.version, 'statement');
  const organisation = member.organisation.slug;
  const published = page.version.head.publishedAt !== null;
  const own = statementHref(event.params);
  const list = `/${organisation}/frameworks`;
  return {
    head: page.version.head,
    levelled: page.version.statements.some((statement) => statement.level !== null),
    hasMatrix: page.version.matrix !== null,
    at: page.at,
    elsewhere: page.elsewhere,
    uses,
    notes,
    traces,
    meanings,
    hearings: `/${organisation}/hearings`,
    address: `${origin()}${open !== null && published ? publicStatementHref(organisation, open.address, event.params.statement) : own}`,
    mayEdit: mayEditFrameworks(member),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    history: `${list}/${event.params.framework}/statements/${event.params.statement}/history`,
    statementId: event.params.statement,
  };
});
