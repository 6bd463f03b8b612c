import { asMember } from '#gate/gate.server.ts';
import { currentVersions, statementsOf } from '#rooms/frameworks/read.server.ts';
import { listNotes } from '#rooms/plans/decisions/list/read.server.ts';
import { mayBeginNotes } from '#rooms/plans/decisions/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const SIZE = 40;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const asked = event.url.searchParams;
  const filter = {
    search: (asked.get('q') ?? '').trim().slice(0, 200),
    unit: asked.get('unit') ?? '',
    state: asked.get('state') ?? '',
    framework: asked.get('framework') ?? '',
  };
  return member.read(async (tx) => {
    const frameworks = await currentVersions(tx);
    const framework = frameworks.find((one) => one.frameworkId === filter.framework);
    const statements = framework === undefined ? null : await statementsOf(tx, framework.versionId);
    const asking = { ...filter, statements: statements?.map((one) => one.statementId) ?? null };
    const list = await listNotes(tx, member, asking);
    const pages = Math.max(1, Math.ceil(list.notes.length / SIZE));
    const page = Math.max(1, Math.min(pages, Math.trunc(Number(asked.get('page'))) || 1));
    return {
      ...list,
      found: list.notes.length,
      notes: list.notes.slice((page - 1) * SIZE, page * SIZE),
      page,
      pages,
      filter,
      frameworks: frameworks.map(({ frameworkId, title }) => ({ value: frameworkId, label: title })),
      mayBegin: await mayBeginNotes(tx, member),
      home: `/${member.organisation.slug}`,
      done: asked.get('done'),
    };
  });
});
