import { withConfidence } from './extract/confidence.ts';
import { ImportProblem } from './extract/import-problem.ts';
import { extractText, type ExtractedText } from './extract/extract-text.ts';
import { readDraft } from './extract/read-draft.ts';
import type { ReadingTools } from './extract/recognition.ts';
import { checkNothingLost, FORMAT, type FrameworkDraft } from './open-format.ts';
import type { Lexicons } from './repair/lexicon.ts';
import type { RepairedText } from './repair/repair-text.ts';
import { repairWith } from './repair-document.ts';
import { structureDocument } from './structure-document.ts';
import { titleOfFile } from './structure/masthead.ts';

/** A draft, or the reason the document cannot be read. */
export type ImportOutcome = { ok: true; draft: FrameworkDraft } | { ok: false; problem: ImportProblem };

/** What else an import may be given: see ReadingTools. Without anything it reads what is text. */
export type ImportTools = ReadingTools;

/**
 * A document as the draft of a framework. Never throws for what a document holds: a hostile or broken one gives a problem with a
 * code. When the structure would lose a word, everything is handed over unplaced instead. With `lexicons` a damaged scan is repaired
 * before it is read; the draft's `text` stays what was extracted, and `repairs` holds every change.
 */
export async function importDocument(
  input: { bytes: Uint8Array; fileName: string },
  lexicons: Lexicons | null = null,
  tools: ImportTools = {},
): Promise<ImportOutcome> {
  let extracted: ExtractedText;
  try {
    const draft = readDraft(input);
    if (draft !== null) return { ok: true, draft };
    extracted = await extractText(input, tools, lexicons);
  } catch (error) {
    return { ok: false, problem: error instanceof ImportProblem ? error : new ImportProblem('broken') };
  }
  const repaired = lexicons === null ? null : await repairWith(extracted.text, lexicons);
  return { ok: true, draft: withConfidence(draftOf(extracted, repaired, input.fileName), extracted) };
}

function draftOf(extracted: ExtractedText, repaired: RepairedText | null, fileName: string): FrameworkDraft {
  try {
    const read = structureDocument({ ...extracted, text: repaired?.text ?? extracted.text }, fileName);
    const draft = { ...read, repairs: [...(repaired?.repairs ?? []), ...read.repairs], text: extracted.text };
    checkNothingLost(draft);
    return draft;
  } catch {
    return unplacedDraft(extracted, fileName);
  }
}

/** The whole text as one unplaced passage: nothing is understood, nothing is lost. */
export function unplacedDraft(extracted: ExtractedText, fileName: string): FrameworkDraft {
  const lines = extracted.text.split('\n');
  return {
    format: FORMAT,
    organisation: '',
    title: titleOfFile(fileName),
    date: null,
    levels: [],
    kinds: {},
    elements: [],
    repeats: [],
    unplaced: [{ text: extracted.text, source: { lines: [1, lines.length] } }],
    furniture: [],
    repairs: [],
    text: extracted.text,
  };
}
