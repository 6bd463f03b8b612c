// Brings a database to the newest form, makes the roles and says what each may do. Runs as the owner, and only from here.
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { JOB_NAMES } from '#jobs/names.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../database');
export const ROLES = ['web', 'worker', 'urn'] as const;
export type Role = (typeof ROLES)[number];

/** Runs what is missing of database/migrations, the job queue's own tables, and database/roles.sql. Returns the names of new migrations. */
export async function migrate(ownerUrl: string, roleNames: Record<Role, string>): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: () => Promise.resolve(readMigrations()) },
      migrationTableName: 'migrations',
      migrationLockTableName: 'migration_lock',
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed');
    if (!(await queuesStand(kysely))) await makeQueues(ownerUrl);
    await sql.raw(rolesSql(roleNames)).execute(kysely);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await kysely.destroy();
  }
}

/** Makes the three roles where they are missing and gives them these passwords. Needs the right to create roles. */
export async function ensureRoles(
  ownerUrl: string,
  roleNames: Record<Role, string>,
  passwords: Record<Role, string>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const role of ROLES) {
      const name = pg.escapeIdentifier(roleNames[role]);
      const known = await client.query('select 1 from pg_roles where rolname = $1', [roleNames[role]]);
      if (known.rowCount === 0) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`);
      await client.query(`alter role ${name} password ${pg.escapeLiteral(passwords[role])}`);
    }
  } finally {
    await client.end();
  }
}

/** A password nobody has to remember. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The address of the same database for another role. */
export function asRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}

function readMigrations(): Record<string, Migration> {
  const folder = path.join(FOLDER, 'migrations');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => {
        const text = readFileSync(path.join(folder, file), 'utf8');
        return [file.slice(0, -4), { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) }];
      }),
  );
}

function rolesSql(roleNames: Record<Role, string>): string {
  const text = readFileSync(path.join(FOLDER, 'roles.sql'), 'utf8');
  return text.replace(/\{(web|worker|urn)\}/g, (_, role: Role) => pg.escapeIdentifier(roleNames[role]));
}

/** Whether the job queue's tables are those of its package, and hold all our queues: asking it to look for itself takes a third of a second. */
async function queuesStand(kysely: Kysely<unknown>): Promise<boolean> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('pgboss.queue') is not null as there`.execute(kysely);
  if (tables[0]?.there !== true) return false;
  const { rows: versions } = await sql<{ version: number }>`select version from pgboss.version`.execute(kysely);
  const { pgboss } = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss?: { schema: number } };
  if (versions[0]?.version !== pgboss?.schema) return false;
  const { rows: queues } = await sql<{ name: string }>`select name from pgboss.queue`.execute(kysely);
  const names = new Set(queues.map(({ name }) => name));
  return JOB_NAMES.every((name) => names.has(name));
}

async function makeQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of JOB_NAMES)
      await boss.createQueue(name, { notify: true, retryLimit: 5, retryDelay: 2, retryBackoff: true });
  } finally {
    await boss.stop({ graceful: false });
  }
}
