import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import type { Tx } from '#database/tenant.ts';
import {
  DECISIONS,
  type Element,
  type Manuscript,
  type Removal,
  type RemovedElement,
  type Rest,
  type RestKind,
} from './schema.ts';

/** Everything a version consists of: its elements, the words that are in none of them, and what was taken out. */
export async function readManuscript(tx: Tx, versionId: string): Promise<Manuscript> {
  return {
    elements: await readElements(tx, versionId),
    rests: await readRests(tx, versionId),
    removals: await readRemovals(tx, versionId),
  };
}

/** The elements of a version, in no order; positions say theirs. */
export async function readElements(tx: Tx, versionId: string): Promise<Element[]> {
  const rows = await tx
    .selectFrom('framework_elements')
    .select([
      'id',
      'statement_id',
      'slug',
      'parent_id',
      'position',
      'kind',
      'level',
      'title',
      'text',
      'first_line',
      'last_line',
      'page',
      'confidence',
      'revision',
    ])
    .where('version_id', '=', versionId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    statementId: row.statement_id,
    slug: row.slug,
    parentId: row.parent_id,
    position: row.position,
    kind: asKind(row.kind),
    level: row.level,
    title: row.title,
    text: row.text,
    firstLine: row.first_line,
    lastLine: row.last_line,
    page: row.page,
    confidence: row.confidence,
    revision: row.revision,
  }));
}

async function readRests(tx: Tx, versionId: string): Promise<Rest[]> {
  const rows = await tx
    .selectFrom('framework_rests as r')
    .leftJoin('framework_rest_elements as e', (join) =>
      join
        .onRef('e.organisation_id', '=', 'r.organisation_id')
        .onRef('e.version_id', '=', 'r.version_id')
        .onRef('e.rest_id', '=', 'r.id'),
    )
    .select([
      'r.id',
      'r.position',
      'r.kind',
      'r.text',
      'r.repaired_to',
      'r.first_line',
      'r.last_line',
      'r.page',
      'r.decided',
      'e.element_id',
    ])
    .where('r.version_id', '=', versionId)
    .orderBy('r.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    kind: row.kind as RestKind,
    text: row.text,
    repairedTo: row.repaired_to,
    firstLine: row.first_line,
    lastLine: row.last_line,
    page: row.page,
    elementId: row.element_id,
    decided: DECISIONS.find((known) => known === row.decided) ?? null,
  }));
}

async function readRemovals(tx: Tx, versionId: string): Promise<Removal[]> {
  const rows = await tx
    .selectFrom('framework_removals')
    .select(['id', 'title', 'elements'])
    .where('version_id', '=', versionId)
    .orderBy('removed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, elements: row.elements as RemovedElement[] }));
}

/** The kinds are a closed list of the program, not of the database; a kind of a later program reads as a section. */
function asKind(kind: string): ElementKind {
  return ELEMENT_KINDS.find((known) => known === kind) ?? 'section';
}
