import { FORMAT } from '../open-format.ts';
import { wordsOf } from '../words.ts';
import type { Block } from './blocks.ts';
import { isForewordTitle } from './kind-words.ts';
import { damaged, sameText } from './scan-damage.ts';

/** What a document says about itself outside its text. `furniture` are the blocks that only say it. */
export type Masthead = { organisation: string; title: string; date: string | null; furniture: Set<Block> };

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
const DATE = new RegExp(`(?:(\\d{1,2})\\.\\s*)?(${MONTHS.join('|')})\\s+((?:19|20)\\d{2})`, 'iu');
const FRAMEWORK = damaged('ledelsesgrundlag', '');
const ORGANISATION =
  /(?<!\p{L})\p{Lu}[\p{L}]+(?:[- ]\p{Lu}[\p{L}]+)?\s+(?:[Kk]ommune|KOMMUNE)(?=s?(?![\p{L}]))|(?:Region|REGION)\s+\p{Lu}\p{L}+/gu;

/** Finds organisation, title and date, and the logo, title and date lines that stand by themselves. */
export function readMasthead(blocks: readonly Block[], fileName: string): Masthead {
  const organisation = mostNamed(blocks);
  const titleBlock = findTitle(blocks);
  const furniture = new Set<Block>();
  if (titleBlock)
    for (const block of blocks) if (block.mark?.type !== 'bullet' && sameText(block.text, titleBlock.text)) furniture.add(block);
  for (const block of blocks) if (isLogo(block, organisation)) furniture.add(block);
  const date = readDate(blocks, furniture);
  const mentions = blocks.some((block) => FRAMEWORK.test(block.text));
  const fallback = mentions ? 'Ledelsesgrundlag' : titleOfFile(fileName);
  return { organisation, title: titleBlock?.text ?? fallback, date, furniture };
}

/** A title when the text has none: the file's name without its ending. */
export function titleOfFile(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]*$/u, '') || FORMAT;
}

function mostNamed(blocks: readonly Block[]): string {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    for (const [name] of block.text.slice(0, 20_000).matchAll(ORGANISATION)) {
      const key = name.replace(/\s+/gu, ' ').replace(/KOMMUNE$/u, 'Kommune');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** A heading before the first running text that names the framework, or the only heading of the first rank. */
function findTitle(blocks: readonly Block[]): Block | undefined {
  const tops = blocks.filter((block) => block.mark?.type === 'heading' && block.mark.depth === 1);
  const first = blocks[0];
  if (first && tops.length === 1 && tops[0] === first && first.words <= 14) return first;
  const prose = blocks.findIndex((block) => block.words > 14);
  return blocks.slice(0, prose < 0 ? 6 : prose).find((block, index) => {
    if (block.words > 14 || /[?:.!]$/u.test(block.text) || isForewordTitle(block.text)) return false;
    const opensProse = (blocks[index + 1]?.words ?? 0) > 14;
    return FRAMEWORK.test(block.text) && (block.mark?.type === 'heading' || !opensProse);
  });
}

function isLogo(block: Block, organisation: string): boolean {
  if (organisation === '' || block.mark !== null || block.words > 4) return false;
  return wordsOf(block.text).join(' ').toLowerCase() === wordsOf(organisation).join(' ').toLowerCase();
}

/** The date of issue: a line of its own, else the end of a signature. */
function readDate(blocks: readonly Block[], furniture: Set<Block>): string | null {
  const alone = blocks.find((block) => block.words <= 3 && block.mark === null && DATE.test(block.text));
  if (alone) {
    furniture.add(alone);
    const before = blocks[blocks.indexOf(alone) - 1];
    const signs = before && blocks.at(-1) === alone && before.words <= 3 && before.mark === null && !/[.?!:]$/u.test(before.text);
    if (signs) furniture.add(before);
    return isoDate(alone.text);
  }
  const signed = blocks.find(
    (block) =>
      block.words <= 14 &&
      block.mark === null &&
      DATE.exec(block.text)?.[0].length === block.text.length - block.text.search(DATE),
  );
  return signed ? isoDate(signed.text) : null;
}

function isoDate(text: string): string | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const month = String(MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1).padStart(2, '0');
  const day = match[1] ? `-${match[1].padStart(2, '0')}` : '';
  return `${match[3]}-${month}${day}`;
}
