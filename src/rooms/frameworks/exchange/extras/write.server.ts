import { newId } from '#base/ids.ts';
import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { DraftStep, DraftStrategy } from '#importing/exchange/extras.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { writeAttributes } from '../../attributes/write.server.ts';
import { bodiesOf } from '../../bodies/read.server.ts';
import { addOrigins } from '../../origins/write.server.ts';
import { insertStep } from '../../steps/write.server.ts';
import { strategiesOf } from '../../strategies/read.server.ts';
import { readPicture } from '../../visual/rules.ts';
import { attributesFrom, saysMore } from './rules.ts';

/** Stores what a file says beside its words in a draft. `statementIds` leads from the elements' names in files. */
export async function writeExtras(
  tx: Tx,
  versionId: string,
  draft: FrameworkDraft,
  statementIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (!saysMore(draft)) return;
  const strategyIds = await strategyIdsFor(tx, draft.strategies ?? []);
  await writeAttributes(tx, versionId, attributesFrom(draft, statementIds, strategyIds));
  await writeVisual(tx, versionId, draft.visual);
  await writeSteps(tx, versionId, draft.steps ?? []);
  const origins = (draft.origins ?? []).flatMap(({ element, kind, from }) => {
    const statementId = statementIds.get(element);
    return statementId === undefined ? [] : [{ statementId, kind, from: { versionId: null, statementId: null, name: from } }];
  });
  if (origins.length > 0) await addOrigins(tx, versionId, origins);
}

/** A strategy of the same kind and name is the same; another is written down. */
async function strategyIdsFor(tx: Tx, strategies: readonly DraftStrategy[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const known = await strategiesOf(tx);
  for (const { id, whole: _whole, ...values } of strategies) {
    const same = known.find((one) => one.kind === values.kind && one.name === values.name);
    ids.set(id, same?.id ?? newId());
    if (same === undefined)
      await tx
        .insertInto('strategies')
        .values({ organisation_id: await organisationOf(tx), id: ids.get(id) ?? newId(), ...values })
        .execute();
  }
  return ids;
}

/** A picture in a file is as little trusted as one that is uploaded: what is none is left out. */
async function writeVisual(tx: Tx, versionId: string, visual: FrameworkDraft['visual']): Promise<void> {
  const picture = visual === undefined ? 'missing' : readPicture(new Uint8Array(Buffer.from(visual.bytes, 'base64')));
  if (typeof picture === 'string' || visual === undefined) return;
  const { type, bytes, width, height } = picture;
  await tx
    .insertInto('framework_visuals')
    .values({
      organisation_id: await organisationOf(tx),
      version_id: versionId,
      type,
      bytes: Buffer.from(bytes),
      width,
      height,
      alt: visual.alt.slice(0, 500),
    })
    .execute();
}

/** Steps as they were told. A body that this organisation does not know is written down as one that is no more. */
async function writeSteps(tx: Tx, versionId: string, steps: readonly DraftStep[]): Promise<void> {
  const bodies = new Map((await bodiesOf(tx, { retired: true })).map((body) => [body.name, body.id]));
  for (const { body, document, ...step } of steps) {
    if (body !== null && !bodies.has(body.name)) bodies.set(body.name, await insertBody(tx, body, bodies.size + 1));
    await insertStep(
      tx,
      { personId: null, name: '' },
      {
        versionId,
        ...step,
        bodyId: body === null ? null : (bodies.get(body.name) ?? null),
        documentName: document?.name ?? '',
        documentLink: document?.link ?? '',
      },
    );
  }
}

async function insertBody(tx: Tx, { name, kind }: NonNullable<DraftStep['body']>, position: number): Promise<string> {
  const id = newId();
  await tx
    .insertInto('framework_bodies')
    .values({ organisation_id: await organisationOf(tx), id, name, kind, position, retired_at: now() })
    .execute();
  return id;
}
