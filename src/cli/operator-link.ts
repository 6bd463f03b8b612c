import { environment } from '#environment';
import { runningSupervisor } from '#database/installation.ts';
import { makeOperatorLink } from '#gate/operator-link.ts';
import { readArguments } from './arguments.ts';
import { withInstallation } from './installation.ts';

/** Prints a link that an operator can sign in with once; an operator who is not known yet is added. */
export async function run(args: string[]): Promise<void> {
  const { positionals } = readArguments(args, {});
  const [mail] = positionals;
  if (mail === undefined || !/^[^\s@]+@[^\s@]+$/.test(mail)) throw new Error('operator-link takes one mail address');
  const address = environment.ORIGIN ?? runningSupervisor(environment.dataDir)?.address ?? `http://localhost:${environment.PORT}`;
  await withInstallation(async ({ worker }) => {
    const path = await makeOperatorLink(worker.kysely, mail, { add: true });
    if (path === null) throw new Error('no link could be made');
    process.stdout.write(`${address.replace(/\/$/, '')}${path}\n`);
  });
}
