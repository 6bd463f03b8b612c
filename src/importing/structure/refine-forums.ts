import { wordsOf } from '../words.ts';
import { ordinalOf } from './kind-words.ts';
import { descendants, isNode, makeNode, type Assembly } from './node.ts';
import { peek, type Piece } from './piece.ts';
import { damaged } from './scan-damage.ts';

const LEVEL = damaged('niveau');
const FORUM = /(?:forum|fora|m(?:ø|oe|g|e|o|@)de(?:r|rne)?|udvalg|direktion)/iu;
const REACH = 6;

/** Paragraphs in one chapter that each say at which level (first, second …) leaders meet become forums of those levels. */
export function giveForums(assembly: Assembly): void {
  if (assembly.levels.length === 0) return;
  for (const parent of [assembly.root, ...descendants(assembly.root)]) {
    const levels = new Map<Piece[], string>();
    let meetings = 0;
    for (const part of parent.body) {
      if (isNode(part)) continue;
      const text = peek(part);
      const place = placeNamed(text);
      const level = place === null ? undefined : assembly.levels[place];
      if (level === undefined) continue;
      levels.set(part, level);
      if (FORUM.test(text)) meetings++;
    }
    if (meetings < 2 || new Set(levels.values()).size < 2) continue;
    parent.body = parent.body.map((part) =>
      isNode(part) || !levels.has(part) ? part : makeNode('forum', null, [part], levels.get(part) ?? null),
    );
  }
}

/** The place of the level that the first sentence names: an ordinal with "niveau" close after it. */
function placeNamed(text: string): number | null {
  const words = wordsOf(text.split(/[.!?]\s/u)[0] ?? '');
  for (let i = 0; i < words.length; i++) {
    const place = ordinalOf(words[i] ?? '');
    if (place !== null && words.slice(i + 1, i + REACH).some((word) => LEVEL.test(word))) return place;
  }
  return null;
}
