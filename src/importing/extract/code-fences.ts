const FENCE = /^\s*(```|~~~)/u;

/** Which lines (from 0) are code between two fences, fences included. A fence that is never closed is no fence. */
export function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let open: { at: number; mark: string } | null = null;
  for (const [at, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined || (open !== null && open.mark !== mark)) continue;
    if (open === null) open = { at, mark };
    else {
      for (let i = open.at; i <= at; i++) fenced.add(i);
      open = null;
    }
  }
  return fenced;
}
