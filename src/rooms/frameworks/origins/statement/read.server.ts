import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { readElements } from '../../draft/read.server.ts';
import type { Element } from '../../draft/schema.ts';
import { shortName } from '../../draft/removals/rules.ts';
import { differenceOfWords } from '../../difference/words/rules.ts';
import type { Part } from '../../difference/schema.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';
import { versionsOf } from '../../versions/read.server.ts';
import { historyOf, originsOf } from '../read.server.ts';
import { wordsOf } from '../rules.ts';
import type { HistoryEntry, Origin } from '../schema.ts';
import { inSittings } from './rules.ts';

/** What a statement says in one version, and how that differs from the version before it (the first is shown as it is); no words where it is not in it. */
export type InVersion = {
  head: VersionHead;
  words: string | null;
  parts: Part[];
  origins: Origin[];
};
type Saved = HistoryEntry & { parts: Part[] };
/** A change with what was saved on the way to it, newest first. */
export type SavedChange = Saved & { beganAt: Date; saves: Saved[] };
export type StatementHistory = {
  name: string;
  /** Newest version first. */
  versions: InVersion[];
  /** Every saved change in drafts, newest first; nobody but editors sees how a draft came about. */
  saves: SavedChange[];
  /** The statement in the open draft, where one can go back to an earlier wording. */
  draft: { versionId: string; elementId: string; revision: number; words: string } | null;
};

/** A statement through the versions of a framework; null when no version that the reader may see has it. */
export async function readStatementHistory(
  tx: Tx,
  frameworkId: string,
  statementId: string,
  { drafts }: { drafts: boolean },
): Promise<StatementHistory | null> {
  if (!isId(statementId)) return null;
  const heads = (await versionsOf(tx, frameworkId)).filter((head) => drafts || head.publishedAt !== null);
  const versions: InVersion[] = [];
  let last: Element | undefined;
  let draft: StatementHistory['draft'] = null;
  for (const head of heads) {
    const element = (await readElements(tx, head.versionId)).find((one) => one.statementId === statementId);
    const origins = (await originsOf(tx, head.versionId)).get(statementId) ?? [];
    const words = element === undefined ? null : wordsOf(element);
    if (element !== undefined || last !== undefined)
      versions.unshift({
        head,
        words,
        parts: differenceOfWords(last === undefined ? (words ?? '') : wordsOf(last), words ?? ''),
        origins,
      });
    if (element !== undefined && isDraft(head))
      draft = { versionId: head.versionId, elementId: element.id, revision: head.revision, words: wordsOf(element) };
    last = element ?? last;
  }
  if (last === undefined) return null;
  const saves = drafts ? inSittings(await historyOf(tx, frameworkId, statementId)) : [];
  return {
    name: shortName(last, 120),
    versions,
    draft,
    saves: saves.map((sitting) => ({ ...withParts(sitting), saves: sitting.saves.map(withParts) })),
  };
}

function withParts<T extends HistoryEntry>(entry: T): T & { parts: Part[] } {
  const before = entry.before === null ? '' : wordsOf(entry.before);
  return { ...entry, parts: differenceOfWords(before, entry.after === null ? '' : wordsOf(entry.after)) };
}
