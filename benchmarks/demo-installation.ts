// The invented organisation in this measurement's own database, without the processes.
import { connect, type Connection } from '#database/connection.ts';
import { openInstallation, type Installation } from '#database/installation.ts';
import { ROLES, type Role } from '#database/migrate.ts';
import { mintTenant, type Tenant } from '#database/tenant.ts';
import { loadDemo } from '#demo/load/load.ts';
import { allOrganisations } from '#rooms/organisations/read.server.ts';
import type { Say } from './figure.ts';

export type DemoInstallation = { installation: Installation; tenant: Tenant; pages: Tenant; close: () => Promise<void> };

/** Loads the demo with its three rounds. `tenant` works as jobs do, `pages` as what people read does; `close` ends the connections and the database. */
export async function loadDemoInstallation(employees: number, say: Say): Promise<DemoInstallation> {
  const installation = await openInstallation();
  const connections = Object.fromEntries(ROLES.map((role) => [role, connect(installation.urls[role], 2)])) as Record<
    Role,
    Connection
  >;
  const close = async () => {
    for (const role of ROLES) await connections[role].close();
    await installation.stop();
  };
  try {
    await loadDemo(connections, { employees, seed: 1, slug: 'fjordby', rounds: true, progress: say });
    const [organisation] = await allOrganisations(connections.worker.kysely);
    if (organisation === undefined) throw new Error('the demo was not loaded');
    const [tenant, pages] = [mintTenant(connections.worker, organisation.id), mintTenant(connections.web, organisation.id)];
    return { installation, tenant, pages, close };
  } catch (error) {
    await close();
    throw error;
  }
}
