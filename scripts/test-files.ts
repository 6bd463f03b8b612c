import { glob, readFile } from 'node:fs/promises';

const PLACES = ['src/**/*.test.ts', 'demo/**/*.test.ts', 'tests/*.test.ts'];
/** What a file reaches for when it must not share a process: a database, the environment, processes and threads of its own. */
const ALONE =
  /from '(?:#environment|[^']*\/(?:tests|scripts)\/[^']*|\.\/(?:database|cast|open-round)\.ts|node:(?:child_process|worker_threads))'|new Worker\(|read-apart/;

/** The test files of the source: those that only compute, and those that need a process of their own. */
export async function testFiles(): Promise<{ pure: string[]; alone: string[] }> {
  const files: { path: string; alone: boolean }[] = [];
  for await (const path of glob(PLACES)) files.push({ path, alone: ALONE.test(await readFile(path, 'utf8')) });
  const sorted = files.toSorted((a, b) => a.path.localeCompare(b.path));
  return {
    pure: sorted.flatMap(({ path, alone }) => (alone ? [] : [path])),
    alone: sorted.flatMap(({ path, alone }) => (alone ? [path] : [])),
  };
}
