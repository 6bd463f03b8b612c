import { connect, type Connection } from '#database/connection.ts';
import { openInstallation, runningSupervisor } from '#database/installation.ts';
import { ROLES, type Role } from '#database/migrate.ts';
import { environment } from '#environment';

/** Opens the installation's database for a command, starting the embedded server when none runs, and leaves it as it was found. */
export async function withInstallation<T>(work: (connections: Record<Role, Connection>) => Promise<T>): Promise<T> {
  const installation = await openInstallation();
  const connections = Object.fromEntries(ROLES.map((role) => [role, connect(installation.urls[role], 4)])) as Record<
    Role,
    Connection
  >;
  try {
    return await work(connections);
  } finally {
    for (const role of ROLES) await connections[role].close();
    if (installation.startedHere && runningSupervisor(environment.dataDir) === null) await installation.stop();
  }
}
