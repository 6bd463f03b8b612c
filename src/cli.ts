// npm run pejling -- …: what an operator does from the command line. Results go to stdout, progress and errors to stderr.
const COMMANDS: Record<string, { what: string; load: () => Promise<{ run: (args: string[]) => Promise<void> }> }> = {
  import: {
    what: 'import FILE --json        læs et dokument, og skriv det i det åbne format',
    load: () => import('./cli/import.ts'),
  },
  repair: {
    what: 'repair FILE [--json]     ret skaden i en skannet tekst, og skriv teksten alene (--json: hvad der er rettet)',
    load: () => import('./cli/repair.ts'),
  },
  demo: { what: 'demo --employees N --seed S [--slug NAVN]   lav en opdigtet organisation', load: () => import('./cli/demo.ts') },
  vote: {
    what: 'vote [--round ID|latest] [--people N]   lad opdigtede medarbejdere svare på en åben måling',
    load: () => import('./cli/vote.ts'),
  },
  'audit-export': {
    what: 'audit-export --round ID|latest [--organisation NAVN]   skriv alle viste tal, så andre kan prøve at bryde fortroligheden',
    load: () => import('./cli/audit-export.ts'),
  },
  'operator-link': {
    what: 'operator-link MAIL   lav et link, en driftsansvarlig kan logge ind med',
    load: () => import('./cli/operator-link.ts'),
  },
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined) {
    process.stderr.write(
      `Brug: npm run pejling -- KOMMANDO\n\n${Object.values(COMMANDS)
        .map(({ what }) => `  ${what}`)
        .join('\n')}\n`,
    );
    process.exitCode = name === '' || name === '--help' ? 0 : 2;
    return;
  }
  try {
    await (await command.load()).run(args);
  } catch (error) {
    process.stderr.write(`pejling ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

await main();
