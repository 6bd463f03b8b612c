import { organisationOf, type Tx } from '#database/tenant.ts';
import type { Element, Manuscript, Removal, Rest } from './schema.ts';

/** Stores what differs between two states of a draft, in an order in which nothing ever points to nothing. */
export async function saveManuscript(tx: Tx, versionId: string, before: Manuscript, after: Manuscript): Promise<void> {
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  // Many rows go in portions: a statement has room for 65,535 values. Parents stand before their children in an import.
  for (const some of portions(changed(before.elements, after.elements))) await upsertElements(tx, place, some);
  for (const some of portions(changed(before.rests, after.rests))) await upsertRests(tx, place, some);
  await insertRemovals(tx, place, changed(before.removals, after.removals));
  await deleteGone(tx, 'framework_rests', versionId, gone(before.rests, after.rests));
  await deleteGone(tx, 'framework_elements', versionId, gone(before.elements, after.elements));
  await deleteGone(tx, 'framework_removals', versionId, gone(before.removals, after.removals));
}

type Place = { organisation_id: number; version_id: string };

/** What is new or another object than before: unchanged rows are passed on as the very same objects. */
function changed<T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.filter((row) => known.get(row.id) !== row);
}

function gone(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const left = new Set(after.map((row) => row.id));
  return before.filter((row) => !left.has(row.id)).map((row) => row.id);
}

function portions<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) => rows.slice(index * 1000, index * 1000 + 1000));
}

async function upsertElements(tx: Tx, place: Place, elements: readonly Element[]): Promise<void> {
  await tx
    .insertInto('framework_elements')
    .values(
      elements.map((element) => ({
        ...place,
        id: element.id,
        statement_id: element.statementId,
        slug: element.slug,
        parent_id: element.parentId,
        position: element.position,
        kind: element.kind,
        level: element.level,
        title: element.title,
        text: element.text,
        first_line: element.firstLine,
        last_line: element.lastLine,
        page: element.page,
        confidence: element.confidence ?? null,
        revision: element.revision,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'version_id', 'id']).doUpdateSet((eb) => ({
        parent_id: eb.ref('excluded.parent_id'),
        position: eb.ref('excluded.position'),
        kind: eb.ref('excluded.kind'),
        level: eb.ref('excluded.level'),
        title: eb.ref('excluded.title'),
        text: eb.ref('excluded.text'),
        first_line: eb.ref('excluded.first_line'),
        last_line: eb.ref('excluded.last_line'),
        revision: eb.ref('excluded.revision'),
      })),
    )
    .execute();
}

async function upsertRests(tx: Tx, place: Place, rests: readonly Rest[]): Promise<void> {
  const ids = rests.map((rest) => rest.id);
  await tx
    .insertInto('framework_rests')
    .values(
      rests.map((rest) => ({
        ...place,
        id: rest.id,
        position: rest.position,
        kind: rest.kind,
        text: rest.text,
        repaired_to: rest.repairedTo,
        first_line: rest.firstLine,
        last_line: rest.lastLine,
        page: rest.page,
        decided: rest.decided,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'version_id', 'id']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        kind: eb.ref('excluded.kind'),
        text: eb.ref('excluded.text'),
        repaired_to: eb.ref('excluded.repaired_to'),
        decided: eb.ref('excluded.decided'),
      })),
    )
    .execute();
  await tx.deleteFrom('framework_rest_elements').where('version_id', '=', place.version_id).where('rest_id', 'in', ids).execute();
  const links = rests.flatMap((rest) =>
    rest.elementId === null ? [] : [{ ...place, rest_id: rest.id, element_id: rest.elementId }],
  );
  if (links.length > 0) await tx.insertInto('framework_rest_elements').values(links).execute();
}

async function insertRemovals(tx: Tx, place: Place, removals: readonly Removal[]): Promise<void> {
  if (removals.length === 0) return;
  await tx
    .insertInto('framework_removals')
    .values(
      removals.map((removal) => ({ ...place, id: removal.id, title: removal.title, elements: JSON.stringify(removal.elements) })),
    )
    .execute();
}

async function deleteGone(
  tx: Tx,
  table: 'framework_elements' | 'framework_rests' | 'framework_removals',
  versionId: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom(table).where('version_id', '=', versionId).where('id', 'in', ids).execute();
}
