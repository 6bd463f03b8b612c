// The database of this installation: embedded or one's own, migrated, with an address for each role.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from '#environment';
import { ensureDatabase, startEmbedded } from './embedded.ts';
import { asRole, ensureRoles, migrate, newPassword, ROLES, type Role } from './migrate.ts';
import { secret } from './secrets.ts';

export type Installation = {
  ownerUrl: string;
  urls: Record<Role, string>;
  /** True when this process started the embedded server, and so has to stop it. */
  startedHere: boolean;
  stop: () => Promise<void>;
};

const DATABASE = 'pejling';

/** Starts or finds the database, brings it up to date and gives the address of each role. */
export async function openInstallation(dataDir: string = environment.dataDir): Promise<Installation> {
  const own = environment.DATABASE_URL;
  if (own !== undefined) return prepared(own, dataDir, false, () => Promise.resolve());
  const server = await startEmbedded(dataDir);
  await ensureDatabase(server, DATABASE);
  return prepared(server.url(DATABASE), dataDir, !server.reused, server.stop);
}

async function prepared(
  ownerUrl: string,
  dataDir: string,
  startedHere: boolean,
  stop: () => Promise<void>,
): Promise<Installation> {
  const database = new URL(ownerUrl).pathname.slice(1);
  const names = Object.fromEntries(ROLES.map((role) => [role, `${database}_${role}`])) as Record<Role, string>;
  const given: Record<Role, string | undefined> = {
    web: environment.DATABASE_URL_WEB,
    worker: environment.DATABASE_URL_WORKER,
    urn: environment.DATABASE_URL_URN,
  };
  for (const role of ROLES) {
    const url = given[role];
    if (url !== undefined) names[role] = decodeURIComponent(new URL(url).username);
  }
  const passwords = Object.fromEntries(ROLES.map((role) => [role, secret(dataDir, `database-${role}`, newPassword)])) as Record<
    Role,
    string
  >;
  if (Object.values(given).every((url) => url === undefined)) await ensureRoles(ownerUrl, names, passwords);
  await migrate(ownerUrl, names);
  const urls = Object.fromEntries(
    ROLES.map((role) => [role, given[role] ?? asRole(ownerUrl, names[role], passwords[role])]),
  ) as Record<Role, string>;
  return { ownerUrl, urls, startedHere, stop };
}

/** Who runs Pejling on this data folder now; null when nobody does. */
export function runningSupervisor(dataDir: string): { pid: number; address: string } | null {
  const file = path.join(dataDir, 'supervisor.json');
  if (!existsSync(file)) return null;
  try {
    const held = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string };
    process.kill(held.pid, 0);
    return held;
  } catch {
    return null;
  }
}
