// Measures one figure and prints it as JSON. Started by run.ts, which gives it a folder of its own and a limited time.
import type { Figure, FigureName, Say } from './figure.ts';

const MEASURES: Record<FigureName, () => Promise<{ measure: (say: Say) => Promise<Figure> }>> = {
  ballots: () => import('./ballots.ts'),
  release: () => import('./release.ts'),
  'answer-page': () => import('./answer-page.ts'),
  import: () => import('./import.ts'),
  'leader-pdf': () => import('./leader-pdf.ts'),
  search: () => import('./search.ts'),
  workbench: () => import('./workbench.ts'),
};

const name = process.argv[2] as FigureName;
try {
  const { measure } = await MEASURES[name]();
  const figure = await measure((line) => process.stderr.write(`  ${line}\n`));
  process.stdout.write(JSON.stringify(figure) + '\n');
  process.exit(0);
} catch (error) {
  process.stderr.write(
    `${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}
