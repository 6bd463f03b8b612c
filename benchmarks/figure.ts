/** One measured figure: `ratio` is value divided by `against`, the bound or limit it was held to in the same run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  ratio: number;
  against: number;
  /** What `against` is, and what the ratio should be. */
  againstWhat: string;
  aim: string;
  /** What else was measured on the way, each with its unit in its name. */
  beside: Record<string, number | string>;
};

/** Says on stderr how far the measuring has come. */
export type Say = (line: string) => void;

export const NAMES = ['ballots', 'release', 'answer-page', 'import', 'leader-pdf', 'search', 'workbench'] as const;
export type FigureName = (typeof NAMES)[number];

/** The middle of an odd number of measurements, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** A measurement with the digits that mean something. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}

export type Timed<T> = { ms: number; cpuMs: number; result: T };

/** How many milliseconds the work took by the clock and of this process's processor time, and what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, result };
}
