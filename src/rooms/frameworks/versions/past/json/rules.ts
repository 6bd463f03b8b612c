import * as v from 'valibot';
import { ExchangeProblem } from '#importing/exchange/exchange-problem.ts';
import { readOwnJson } from '#importing/exchange/own-json.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { PastRow } from '../rules.ts';
import { HISTORY_FORMAT, type PastProblem, type PastVersion } from '../schema.ts';

const words = (most: number) =>
  v.optional(
    v.pipe(
      v.nullable(v.string()),
      v.transform((text) => text ?? ''),
      v.maxLength(most),
    ),
    '',
  );
const number = v.pipe(v.number(), v.integer());

const File = v.object({
  format: v.literal(HISTORY_FORMAT),
  versions: v.optional(
    v.array(v.object({ version: number, title: words(500), dated: words(100), framework: v.optional(v.unknown()) })),
    [],
  ),
  steps: v.pipe(
    v.array(
      v.object({
        version: number,
        kind: v.string(),
        body: words(200),
        bodyKind: words(50),
        began: v.string(),
        ended: words(50),
        title: words(200),
        decision: words(5000),
        document: words(200),
        link: words(2000),
      }),
    ),
    v.maxLength(1000),
  ),
});

/** A history in JSON as rows like those of a table, numbered from 1, and what it says about versions. */
export function readJsonHistory(text: string): { rows: PastRow[]; versions: PastVersion[] } | { problem: PastProblem['why'] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'not_read' };
  }
  const file = v.safeParse(File, data);
  if (!file.success) return { problem: 'not_read' };
  const versions: PastVersion[] = [];
  for (const { version, title, dated, framework } of file.output.versions) {
    const draft = framework === undefined || framework === null ? null : openFormat(framework);
    if (draft === 'unreadable') return { problem: 'framework' };
    versions.push({ version, title, dated, framework: draft });
  }
  const rows = file.output.steps.map(
    ({ version, kind, body, bodyKind, began, ended, title, decision, document, link }, index): PastRow => ({
      line: index + 1,
      version: String(version),
      kind,
      body,
      bodyKind,
      began,
      ended,
      title,
      decision,
      documentName: document,
      documentLink: link,
    }),
  );
  return { rows, versions };
}

function openFormat(framework: unknown): FrameworkDraft | 'unreadable' {
  try {
    return readOwnJson(framework);
  } catch (thrown) {
    if (thrown instanceof ExchangeProblem) return 'unreadable';
    throw thrown;
  }
}
