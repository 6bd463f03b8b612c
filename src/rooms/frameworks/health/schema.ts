/** The pages whose openings are counted. */
export const COUNTED_PAGES = ['whole', 'statement', 'level', 'comparison', 'expectations'] as const;
export type CountedPage = (typeof COUNTED_PAGES)[number];

/** How often members opened a framework's pages in a week that begins on this day, as 2026-11-30. */
export type Week = { begins: string; reads: number };

/** What can be told of a framework from its own room: how much it is read and used, and how much of it is asked about. */
export type FrameworkHealth = {
  title: string;
  frameworkId: string;
  versionId: string;
  known: { weeks: Week[]; reads: number; employees: number };
  living: { statements: number; used: number; byKind: { kind: string; uses: number }[] };
  concrete: { statements: number; asked: number; parts: HealthPart[] };
};

/** One part of a framework and how many of its statements are asked about, used otherwise, or not used. */
export type HealthPart = { statementId: string; name: string; asked: number; otherwise: number; unused: number };
