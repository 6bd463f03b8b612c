import { ImportProblem } from './extract/import-problem.ts';
import { extractText } from './extract/extract-text.ts';
import type { ReadingTools } from './extract/recognition.ts';
import { joinLines } from './repair/join-lines.ts';
import { languageOf } from './repair/language.ts';
import type { Lexicons } from './repair/lexicon.ts';
import { repairText, type RepairedText } from './repair/repair-text.ts';

/** The repaired text of a document, or the reason it cannot be read. */
export type RepairOutcome = { ok: true; repaired: RepairedText } | { ok: false; problem: ImportProblem };

/** A document's text after repair, words broken at line ends put together where it was damaged. Throws nothing a document causes. */
export async function repairDocument(
  input: { bytes: Uint8Array; fileName: string },
  lexicons: Lexicons,
  tools: ReadingTools = {},
): Promise<RepairOutcome> {
  try {
    const { text } = await extractText(input, tools, lexicons);
    const repaired = await repairWith(text, lexicons);
    return { ok: true, repaired: repaired.damaged ? { ...repaired, text: joinLines(repaired.text) } : repaired };
  } catch (error) {
    return { ok: false, problem: error instanceof ImportProblem ? error : new ImportProblem('broken') };
  }
}

/** Longer texts are no frameworks; looking at every word of them would take minutes. */
const MOST_CHARACTERS = 1_000_000;

/** Repairs a text in its own language; one whose language is not known stays as it is. */
export async function repairWith(text: string, lexicons: Lexicons): Promise<RepairedText> {
  const language = text.length > MOST_CHARACTERS ? null : languageOf(text);
  if (language === null) return { text, repairs: [], damaged: false };
  const [own, other] = await Promise.all([lexicons(language), lexicons(language === 'da' ? 'en' : 'da')]);
  return repairText(text, own, other);
}
