import type { Token } from './tokens.ts';

const HYPHEN_END = /^[-‐\u00ad¬]\s*$/u;
/** After "ledelses-" these words begin something new: the hyphen stands for a part left out and stays. */
const HYPHEN_STAYS = new Set(['og', 'eller', 'samt', 'and', 'or', 'til', 'to']);
/** A word goes on over this many empty lines: the edge of a page or a column. */
const FARTHEST = 3;

/** Words broken at a line end as one token with two places. */
export function joinBroken(tokens: readonly Token[], lines: readonly string[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const head = joined.at(-1);
    if (head && goesOn(head, token, lines)) {
      joined.pop();
      joined.push({
        ...head,
        text: head.text + token.text,
        parts: [...head.parts, ...token.parts],
        hangs: token.hangs,
        dotted: token.dotted,
        right: token.right,
      });
    } else joined.push(token);
  }
  return joined;
}

function goesOn(head: Token, rest: Token, lines: readonly string[]): boolean {
  const from = head.parts.at(-1);
  const to = rest.parts[0];
  if (!from || !to || head.parts.length > 1 || to.line === from.line || to.line - from.line > FARTHEST) return false;
  if (HYPHEN_STAYS.has(rest.text) || !/^(?:\p{Ll}|I\p{Ll})/u.test(rest.text) || /\p{Lu}$/u.test(head.text)) return false;
  return HYPHEN_END.test((lines[from.line] ?? '').slice(from.end)) && (lines[to.line] ?? '').slice(0, to.start).trim() === '';
}
