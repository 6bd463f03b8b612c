import { loadEmpty } from '#demo/load/empty.ts';
import { loadDemo } from '#demo/load/load.ts';
import { allOrganisations } from '#rooms/organisations/read.server.ts';
import { withInstallation } from './installation.ts';
import { readArguments, wholeNumber } from './arguments.ts';

/** Makes an invented organisation of the size asked for, with its framework and rounds. */
export async function run(args: string[]): Promise<void> {
  const { values } = readArguments(args, {
    employees: { type: 'string' },
    seed: { type: 'string' },
    slug: { type: 'string' },
    'without-rounds': { type: 'boolean' },
    'if-empty': { type: 'boolean' },
    empty: { type: 'boolean' },
    name: { type: 'string' },
  });
  const employees = wholeNumber(values.employees ?? '1200', 'employees', 200, 50_000);
  const seed = wholeNumber(values.seed ?? '1', 'seed', 0, 1_000_000);
  const slug = values.slug ?? `fjordby-${employees}-${seed}`;
  await withInstallation(async (connections) => {
    const known = await allOrganisations(connections.worker.kysely);
    if (values['if-empty'] === true && known.length > 0) return;
    if (known.some((organisation) => organisation.slug === slug))
      throw new Error(`there is already an organisation ${slug}; give another with --slug`);
    if (values.empty === true) return loadEmpty(connections.worker, { slug, name: values.name ?? slug });
    await loadDemo(connections, {
      employees,
      seed,
      slug,
      rounds: values['without-rounds'] !== true,
      progress: (line) => process.stderr.write(`${line}\n`),
    });
  });
}
