/** One word as it stands: where, and what is round it. `parts` are its places; two when a line end breaks it. */
export type Token = {
  text: string;
  parts: Place[];
  /** Whether a capital is to be expected here: the first word of a sentence, a line after an empty one, a list item. */
  opens: boolean;
  /** Whether a hyphen follows that stands for a part left out ("ledelses- og"). */
  hangs: boolean;
  /** Whether a point follows directly, as after an abbreviation. */
  dotted: boolean;
  /** The words before and after in the running text, small letters, '' at an end of a sentence; COMMA before the first word after one. */
  left: string;
  right: string;
};

export const COMMA = ',';
/** What a lexicon is asked for as the word before the first of a sentence. */
export const OPENING = '^';

export type Place = { line: number; start: number; end: number };

const LINK = /^[("'<]*(?:https?:|www\.|[^\s@]+@[^\s@]+\.[a-z]{2,}|[\w-]+\.(?:dk|com|org|net|eu|no|se|io|gov|edu)(?:[/),.]|$))/iu;
/** File names, paths, code, marks of links: spelling that belongs to machines. */
const MACHINE = /`|\]\(|\p{L}_\p{L}|^\.{0,2}\/|\/.+\/|[a-z]\.[a-z]{2,5}$|=|\p{L}\(\)|^[#@]\p{L}/u;
/** Abbreviations of several parts ("f.eks.", "bl.a."). */
const SHORTENED = /^[("“]*(?:\p{L}{1,4}\.){2,}[,;:)"”]*$/u;
/** A word: letters and digits, and signs a scan puts in the place of letters. Hyphens and strokes part words. */
const WORD_IN = /[\p{L}\p{M}\p{N}@&$£¢¥§€{}|\\]+(?:['’][\p{L}]+)?/gu;

/** The words of the lines in order. Addresses and plain numbers are no words here: they are never touched. */
export function tokensOf(lines: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let opens = true;
  let end = false;
  let code = false;
  let comma = false;
  lines.forEach((line, index) => {
    if (/^\s*(?:```|~~~)/u.test(line)) code = !code;
    if (code) return;
    if (line.trim() === '') opens = true;
    for (const chunk of line.matchAll(/\S+/gu)) {
      if (LINK.test(chunk[0]) || MACHINE.test(chunk[0]) || SHORTENED.test(chunk[0])) {
        end = true;
        continue;
      }
      for (const word of chunk[0].matchAll(WORD_IN)) {
        if (!/\p{L}/u.test(word[0])) continue;
        const start = chunk.index + word.index;
        const token: Token = {
          text: word[0],
          parts: [{ line: index, start, end: start + word[0].length }],
          opens,
          hangs: /^(?:[-–](?:[\s/]|$)|\s[-–]\s+(?:og|eller|samt)\s)/u.test(line.slice(start + word[0].length)),
          dotted:
            line.charAt(start + word[0].length) === '.' &&
            !endsHere(word[0], line.slice(start + word[0].length + 1), lines[index + 1] ?? ''),
          left: '',
          right: '',
        };
        const before = tokens.at(-1);
        if (before && !opens && !end) {
          token.left = before.text.toLowerCase();
          before.right = word[0].toLowerCase();
        }
        if (before && !opens && comma) token.left = COMMA;
        tokens.push(token);
        opens = comma = false;
        end = false;
      }
      comma = chunk[0].endsWith(',');
      if (/[.!?:]["”’')\]]*$/u.test(chunk[0])) opens = true;
      else if (/[,;–—()"”“]$/u.test(chunk[0])) end = true;
      else if (/^[-–—•*·▪◦>#]+$/u.test(chunk[0])) opens = true;
    }
  });
  return tokens;
}

/** Whether a sentence ends with the point behind a word: nothing follows, or a capital does, and the word is no name or initial. */
function endsHere(word: string, rest: string, nextLine: string): boolean {
  return /^\p{Ll}{3,}$/u.test(word) && /^["”’')\]\s]*(?:$|\p{Lu}\p{Ll})/u.test(rest.trim() === '' ? nextLine : rest);
}
