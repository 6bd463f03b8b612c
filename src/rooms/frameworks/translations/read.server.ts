import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import { liveUnits, type Unit } from '#rooms/people/units/read.server.ts';
import { wordsOf } from '../origins/rules.ts';
import { countByKind } from '../presented/rules.ts';
import { statementsOf } from '../read.server.ts';
import type { Statement, VersionHead } from '../schema.ts';
import { latestPublished } from '../versions/read.server.ts';
import { orphansOf, reachOf, statementsAsked, suggestedKinds, translated } from './rules.ts';
import type { TranslatedStatement, Translation, TranslationCall, UnitReach } from './schema.ts';

/** The call to the units; null when nobody has made one. */
export async function callOf(tx: Tx, frameworkId: string): Promise<TranslationCall | null> {
  const row = await tx
    .selectFrom('framework_translation_calls')
    .select(['kinds', 'due_on', 'letter', 'called_by_name', 'called_at'])
    .where('framework_id', '=', frameworkId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const kinds = ELEMENT_KINDS.filter((kind) => row.kinds.includes(kind));
  return { kinds, dueOn: row.due_on, letter: row.letter, calledBy: row.called_by_name, calledAt: row.called_at };
}

/** What the units have written about a framework's statements, with the words each was written for. */
export async function translationsOf(
  tx: Tx,
  frameworkId: string,
  which: { unitId?: string; statementId?: string } = {},
): Promise<Translation[]> {
  let query = tx
    .selectFrom('framework_translations as t')
    .leftJoin('framework_elements as e', (join) =>
      join
        .onRef('e.organisation_id', '=', 't.organisation_id')
        .onRef('e.version_id', '=', 't.version_id')
        .onRef('e.statement_id', '=', 't.statement_id'),
    )
    .select(['t.statement_id', 't.unit_id', 't.text', 't.agreed_with', 't.agreed_on', 't.revision'])
    .select(['t.written_by_name', 't.written_at', 'e.id as read', 'e.title', 'e.text as wording'])
    .where('t.framework_id', '=', frameworkId);
  if (which.unitId !== undefined) query = query.where('t.unit_id', '=', which.unitId);
  if (which.statementId !== undefined) query = query.where('t.statement_id', '=', which.statementId);
  return (await query.execute()).map((row) => ({
    statementId: row.statement_id,
    unitId: row.unit_id,
    text: row.text,
    agreedWith: row.agreed_with,
    agreedOn: row.agreed_on,
    revision: row.revision,
    writtenBy: row.written_by_name,
    writtenAt: row.written_at,
    readThen: row.read === null ? null : wordsOf({ title: row.title, text: row.wording }),
  }));
}

export type TranslationDesk = {
  head: VersionHead;
  call: TranslationCall | null;
  kinds: { kind: ElementKind; name: string; count: number; suggested: boolean }[];
  units: UnitReach[];
};

/** How far every unit is with the framework that holds today; null when none does. */
export async function translationDesk(tx: Tx, frameworkId: string, personId: string): Promise<TranslationDesk | null> {
  const ground = await groundOf(tx, frameworkId);
  if (ground === null) return null;
  const { head, statements, call, asked } = ground;
  const byUnit = Map.groupBy(await translationsOf(tx, frameworkId), (translation) => translation.unitId);
  const mine = new Set(await unitsOfPerson(tx, personId));
  const units = inTreeOrder(await liveUnits(tx)).map(({ unit, depth }) => ({
    ...reachOf(translated(asked, byUnit.get(unit.id) ?? [])),
    unitId: unit.id,
    name: unit.name,
    depth,
    leader: unit.leader?.name ?? null,
    mine: mine.has(unit.id),
  }));
  const suggested = suggestedKinds(statements);
  const names = new Map(statements.map((statement) => [statement.kind, statement.kindName]));
  const kinds = countByKind(
    statements.filter((statement) => statement.level === null),
    (kind) => names.get(kind) ?? kind,
  ).map((kind) => ({ ...kind, suggested: (call?.kinds ?? suggested).includes(kind.kind) }));
  return { head, call, kinds, units };
}

export type UnitDesk = {
  head: VersionHead;
  call: TranslationCall | null;
  unit: { id: string; name: string };
  leaders: string[];
  entries: TranslatedStatement[];
  orphans: Translation[];
};

/** What the framework that holds today means in a unit; null when either is not there. */
export async function unitDesk(tx: Tx, frameworkId: string, unitId: string): Promise<UnitDesk | null> {
  const ground = await groundOf(tx, frameworkId);
  const unit = isId(unitId) ? (await liveUnits(tx)).find((one) => one.id === unitId) : undefined;
  if (ground === null || unit === undefined) return null;
  const own = await translationsOf(tx, frameworkId, { unitId });
  const written = new Set(own.map((translation) => translation.statementId));
  const asked = new Set(ground.asked.map((statement) => statement.statementId));
  const shown = ground.statements.filter(({ statementId }) => asked.has(statementId) || written.has(statementId));
  return {
    head: ground.head,
    call: ground.call,
    unit: { id: unit.id, name: unit.name },
    leaders: await leadersOf(tx, unitId),
    entries: translated(shown, own),
    orphans: orphansOf(ground.statements, own),
  };
}

/** What a statement means in the units, by the unit's name: for the statement's own page. */
export async function meaningsOf(
  tx: Tx,
  frameworkId: string,
  statementId: string,
): Promise<{ unitId: string; unit: string; text: string }[]> {
  if (!isId(frameworkId) || !isId(statementId)) return [];
  const names = new Map((await liveUnits(tx)).map((unit) => [unit.id, unit.name]));
  return (await translationsOf(tx, frameworkId, { statementId }))
    .flatMap(({ unitId, text }) => {
      const unit = names.get(unitId);
      return unit === undefined ? [] : [{ unitId, unit, text }];
    })
    .sort((a, b) => a.unit.localeCompare(b.unit, 'da'));
}

/** The units a person works in or leads. */
export async function unitsOfPerson(tx: Tx, personId: string): Promise<string[]> {
  const works = await tx
    .selectFrom('employments')
    .select('unit_id')
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .execute();
  const leads = await tx
    .selectFrom('leaderships as l')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'l.organisation_id').onRef('e.id', '=', 'l.employment_id'),
    )
    .select('l.unit_id')
    .where('e.person_id', '=', personId)
    .where('e.ended_on', 'is', null)
    .execute();
  return [...new Set([...works, ...leads].map((row) => row.unit_id))];
}

/** Who leads a unit, themselves. */
export async function leadersOf(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('leaderships as l')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'l.organisation_id').onRef('e.id', '=', 'l.employment_id'),
    )
    .select('e.person_id')
    .where('l.unit_id', '=', unitId)
    .where('e.ended_on', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

type Ground = { head: VersionHead; statements: Statement[]; call: TranslationCall | null; asked: Statement[] };

async function groundOf(tx: Tx, frameworkId: string): Promise<Ground | null> {
  const head = await latestPublished(tx, frameworkId);
  if (head === null) return null;
  const statements = await statementsOf(tx, head.versionId);
  const call = await callOf(tx, frameworkId);
  return { head, statements, call, asked: statementsAsked(statements, call?.kinds ?? null) };
}

function inTreeOrder(units: readonly Unit[]): { unit: Unit; depth: number }[] {
  const children = Map.groupBy(units, (unit) => unit.parentId ?? '');
  const known = new Set(units.map((unit) => unit.id));
  const walk = (unit: Unit, depth: number): { unit: Unit; depth: number }[] => [
    { unit, depth },
    ...(children.get(unit.id) ?? []).flatMap((child) => walk(child, depth + 1)),
  ];
  return units.filter((unit) => !known.has(unit.parentId ?? '')).flatMap((unit) => walk(unit, 0));
}
