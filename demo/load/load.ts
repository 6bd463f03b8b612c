// Loads an invented organisation with its framework and rounds, the way real ones come in: through the rooms' own writes.
import type { Connection } from '#database/connection.ts';
import type { Role } from '#database/migrate.ts';
import { generateFjordby } from '../generator.ts';
import { loadDecision } from './decisions.ts';
import { loadFramework } from './framework.ts';
import { loadGoals } from './goals.ts';
import { loadOrganisation } from './organisation.ts';
import { loadRounds } from './rounds.ts';
import { loadYear } from './year.ts';

export type DemoOrder = {
  employees: number;
  seed: number;
  slug: string;
  /** Also the three rounds: one two years ago, one just released, one open. */
  rounds: boolean;
  progress: (line: string) => void;
};

/** Makes the organisation. Dates are relative to today. */
export async function loadDemo(connections: Record<Role, Connection>, order: DemoOrder): Promise<void> {
  const demo = generateFjordby({ employees: order.employees, seed: order.seed, waves: 3 });
  order.progress(`  ${order.employees} medarbejdere i ${demo.units.length} enheder`);
  const name =
    order.slug === 'fjordby' ? 'Fjordby Kommune' : `Fjordby Kommune (${order.employees} medarbejdere, frø ${order.seed})`;
  const loaded = await loadOrganisation(connections.worker, demo, { ...order, name });
  order.progress('  organisation og mennesker er på plads');
  const framework = await loadFramework(loaded);
  await loadGoals(demo, loaded, framework);
  await loadDecision(demo, loaded, framework);
  await loadYear(demo, loaded, framework);
  order.progress('  ledelsesgrundlaget er offentliggjort');
  if (order.rounds) await loadRounds({ demo, loaded, framework, urn: connections.urn, progress: order.progress });
}
