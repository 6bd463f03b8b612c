// A real PostgreSQL for tests: one cluster per run in a temporary folder, one migrated template, one database per test file.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { environment } from '#environment';
import { connect, type Connection } from '#database/connection.ts';
import { startEmbedded } from '#database/embedded.ts';
import { asRole, ensureRoles, migrate, newPassword, ROLES, type Role } from '#database/migrate.ts';

export type TestCluster = { ownerUrl: string; passwords: Record<Role, string> };
export type TestDatabase = {
  ownerUrl: string;
  /** The address and an open connection for each role, as a running installation has them. */
  urls: Record<Role, string>;
  as: Record<Role, Connection>;
  close: () => Promise<void>;
};

const ROLE_NAMES: Record<Role, string> = { web: 'pejling_web', worker: 'pejling_worker', urn: 'pejling_urn' };
const TEMPLATE = 'pejling_template';

/** Starts a cluster for tests and migrates its template. The runner does this once and hands the address on. */
export async function startTestCluster(): Promise<{ cluster: TestCluster; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pejling-test-'));
  const server = await startEmbedded(folder, { durable: false });
  const passwords = Object.fromEntries(ROLES.map((role) => [role, newPassword()])) as Record<Role, string>;
  await withOwner(server.url('postgres'), (client) => client.query(`create database ${TEMPLATE}`));
  await ensureRoles(server.url(TEMPLATE), ROLE_NAMES, passwords);
  await migrate(server.url(TEMPLATE), ROLE_NAMES);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { cluster: { ownerUrl: server.url('postgres'), passwords }, stop };
}

let own: Promise<{ cluster: TestCluster; stop: () => Promise<void> }> | null = null;
let users = 0;

/** A database of this test's own, copied from the migrated template. Without a runner it brings its own cluster. */
export async function freshDatabase(): Promise<TestDatabase> {
  const given = environment.PEJLING_TEST_CLUSTER;
  own ??= given ? null : startTestCluster();
  const cluster = given ? (JSON.parse(given) as TestCluster) : (await own)?.cluster;
  if (cluster === undefined) throw new Error('no test cluster');
  users++;
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await withOwner(cluster.ownerUrl, (client) => client.query(`create database ${name} template ${TEMPLATE}`));
  const ownerUrl = withDatabase(cluster.ownerUrl, name);
  const urls = Object.fromEntries(
    ROLES.map((role) => [role, asRole(ownerUrl, ROLE_NAMES[role], cluster.passwords[role])]),
  ) as Record<Role, string>;
  const as = Object.fromEntries(ROLES.map((role) => [role, connect(urls[role], 5)])) as Record<Role, Connection>;
  const close = async () => {
    for (const role of ROLES) await as[role].close();
    await withOwner(cluster.ownerUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    users--;
    if (users === 0 && own !== null) {
      const ended = own;
      own = null;
      await (await ended).stop();
    }
  };
  return { ownerUrl, urls, as, close };
}

/** Runs the work with one connection as the owner of a database: for tests that look behind the walls. */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
