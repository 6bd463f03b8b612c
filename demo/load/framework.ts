import { demoFramework } from '../framework.ts';
import { localDate, daysAfter, now } from '#base/time.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import type { LoadedOrganisation } from './organisation.ts';

export type LoadedFramework = { frameworkId: string; versionId: string; statementIds: Map<string, string> };

/** Publishes the invented framework, dated a little before the first round. */
export async function loadFramework(loaded: LoadedOrganisation): Promise<LoadedFramework> {
  return loaded.tenant.transaction(async (tx) => {
    const draft = demoFramework(localDate(daysAfter(now(), -800)));
    const { frameworkId, versionId, statementIds } = await createFromDraft(tx, draft, { publish: true });
    await record(
      tx,
      { personId: loaded.castIds.hr, name: 'Lene Kragh' },
      {
        action: 'framework.published',
        object: { kind: 'framework', id: frameworkId, name: draft.title },
      },
    );
    return { frameworkId, versionId, statementIds };
  });
}
