// Prints what the database looks like, from its own catalogue: as SQL to read in review, and as types for the queries.
import pg from 'pg';

type Column = {
  schema: string;
  table: string;
  name: string;
  type: string;
  required: boolean;
  default: string | null;
  generated: boolean;
};
type Described = { schema: string; table: string; comment: string | null; rls: boolean; forced: boolean };

const TABLES = `
  select n.nspname as schema, c.relname as table, obj_description(c.oid) as comment, c.relrowsecurity as rls, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'urn', 'handover') and c.relkind = 'r' and c.relname not in ('migrations', 'migration_lock')
  order by 1, 2`;
const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    pg_get_expr(d.adbin, d.adrelid) as default, a.attidentity <> '' or a.attgenerated <> '' as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname in ('public', 'urn', 'handover') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and c.relname not in ('migrations', 'migration_lock')
  order by 1, 2, a.attnum`;
const CONSTRAINTS = `
  select n.nspname as schema, c.relname as table, pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'urn', 'handover') and k.contype <> 'n' and c.relname not in ('migrations', 'migration_lock')
  order by 1, 2, k.contype <> 'p', 3`;
const INDEXES = `
  select schemaname as schema, tablename as table, indexdef as line from pg_indexes i
  where schemaname in ('public', 'urn', 'handover') and tablename not in ('migrations', 'migration_lock')
    and not exists (select 1 from pg_constraint k where k.conname = i.indexname)
  order by 1, 2, 3`;
const POLICIES = `
  select schemaname as schema, tablename as table,
    format('create policy %I on %I.%I as %s for %s using (%s) with check (%s)', policyname, schemaname, tablename, lower(permissive), lower(cmd), qual, with_check) as line
  from pg_policies where schemaname in ('public', 'urn', 'handover') order by 1, 2, 3`;
const GRANTS = `
  select n.nspname as schema, c.relname as table, r.rolname as role,
    string_agg(lower(p.privilege), ', ' order by p.privilege) as rights
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join pg_roles r
  cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) as p(privilege)
  where n.nspname in ('public', 'urn', 'handover') and c.relkind = 'r' and c.relname not in ('migrations', 'migration_lock')
    and r.rolname like '%\\_%' and right(r.rolname, length(split_part(r.rolname, '_', -1))) in ('web', 'worker', 'urn')
    and r.rolname not like 'pg\\_%' and has_table_privilege(r.oid, c.oid, p.privilege)
  group by 1, 2, 3 order by 1, 2, 3`;
const COLUMN_GRANTS = `
  select n.nspname as schema, c.relname as table, r.rolname as role,
    string_agg(distinct lower(acl.privilege_type) || ' (' || a.attname || ')', ', ') as rights
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  cross join lateral aclexplode(a.attacl) acl join pg_roles r on r.oid = acl.grantee
  where n.nspname in ('public', 'urn', 'handover') and a.attnum > 0
  group by 1, 2, 3 order by 1, 2, 3`;

/** The schema as SQL text and as the types of src/database/tables.ts. `ownerUrl` names a freshly migrated database. */
export async function describeSchema(ownerUrl: string): Promise<{ schemaSql: string; tablesTs: string }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const rows = async <T>(text: string) => (await client.query(text)).rows as T[];
    const tables = await rows<Described>(TABLES);
    const columns = await rows<Column>(COLUMNS);
    type Line = { schema: string; table: string; line: string };
    const lines = {
      constraints: await rows<Line>(CONSTRAINTS),
      indexes: await rows<Line>(INDEXES),
      policies: await rows<Line>(POLICIES),
    };
    type Grant = { schema: string; table: string; role: string; rights: string };
    const grants = [...(await rows<Grant>(GRANTS)), ...(await rows<Grant>(COLUMN_GRANTS))];
    return { schemaSql: printSql(tables, columns, lines, grants), tablesTs: printTypes(tables, columns) };
  } finally {
    await client.end();
  }
}

function printSql(
  tables: Described[],
  columns: Column[],
  lines: Record<'constraints' | 'indexes' | 'policies', { schema: string; table: string; line: string }[]>,
  grants: { schema: string; table: string; role: string; rights: string }[],
): string {
  const parts = [
    '-- Printed by npm run schema from a freshly migrated database. Not for editing: it is here to be read in review.',
  ];
  for (const table of tables) {
    const here = <T extends { schema: string; table: string }>(row: T) =>
      row.schema === table.schema && row.table === table.table;
    const name = `${table.schema}.${table.table}`;
    const body = [
      ...columns
        .filter(here)
        .map((column) => `  ${column.name} ${column.type}${column.required ? ' not null' : ''}${defaultOf(column)}`),
      ...lines.constraints.filter(here).map(({ line }) => `  ${line}`),
    ];
    parts.push(
      [
        `-- ${table.comment ?? 'NO COMMENT'}`,
        `create table ${name} (\n${body.join(',\n')}\n);`,
        `-- row-level security: ${table.rls ? 'on' : 'off'}, ${table.forced ? 'forced' : 'not forced'}`,
        ...lines.policies.filter(here).map(({ line }) => `${line};`),
        ...lines.indexes.filter(here).map(({ line }) => `${line};`),
        ...grants.filter(here).map(({ role, rights }) => `grant ${rights} to ${role.split('_').at(-1) ?? role};`),
      ].join('\n'),
    );
  }
  return parts.join('\n\n') + '\n';
}

function defaultOf(column: Column): string {
  if (column.generated) return ' generated';
  return column.default === null ? '' : ` default ${column.default}`;
}

function printTypes(tables: Described[], columns: Column[]): string {
  const pascal = (text: string) => text.replace(/(^|[._])([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const keyOf = (row: { schema: string; table: string }) => (row.schema === 'public' ? row.table : `${row.schema}.${row.table}`);
  const blocks = tables.map((table) => {
    const fields = columns
      .filter((column) => column.schema === table.schema && column.table === table.table)
      .map((column) => `  ${column.name}: ${typeOf(column)};`);
    return `export type ${pascal(keyOf(table))}Table = {\n${fields.join('\n')}\n};`;
  });
  const keys = tables.map(
    (table) => `  ${keyOf(table).includes('.') ? `'${keyOf(table)}'` : keyOf(table)}: ${pascal(keyOf(table))}Table;`,
  );
  return [
    '// Printed by npm run schema from a freshly migrated database. Not for editing.',
    `import type { ColumnType, Generated } from 'kysely';`,
    '',
    '/** A JSON column: read as a value, written as JSON text. */',
    'export type Json = ColumnType<unknown, string, string>;',
    '',
    blocks.join('\n\n'),
    '',
    `export type Tables = {\n${keys.join('\n')}\n};`,
    '',
  ].join('\n');
}

function typeOf(column: Column): string {
  const base = baseType(column.type);
  const full = column.required ? base : `${base} | null`;
  if (base === 'Json' && !column.required) return 'ColumnType<unknown, string | null | undefined, string | null>';
  return column.default !== null || column.generated ? `Generated<${full}>` : full;
}

function baseType(type: string): string {
  if (/^(integer|smallint|bigint|real|double precision)$/.test(type)) return 'number';
  if (type === 'boolean') return 'boolean';
  if (type.startsWith('timestamp')) return 'Date';
  if (type === 'bytea') return 'Buffer';
  if (type === 'jsonb') return 'Json';
  if (type.endsWith('[]')) return `${baseType(type.slice(0, -2))}[]`;
  return 'string';
}
