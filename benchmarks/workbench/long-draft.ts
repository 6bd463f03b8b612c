// A made-up framework as long as the longest are: about forty pages, damaged by its scan and repaired, with passages that have no place.
import { FORMAT, type DraftElement, type FrameworkDraft, type Repair } from '#importing/open-format.ts';

const WORDS =
  'vi peger på en retning som alle kan forstå og følger op hver måned med dem der løser opgaven fordi tillid vokser når ledere lytter taler åbent om svære valg og giver plads til faglighed'.split(
    ' ',
  );
const THEMES = ['Retning', 'Mod', 'Samarbejde', 'Tillid', 'Udvikling', 'Nærvær', 'Ansvar', 'Fællesskab'];

/** The same draft for the same number of elements. Lines, words and damage follow from the number alone. */
export function longDraft(elements: number): FrameworkDraft {
  const lines: string[] = [];
  const made: DraftElement[] = [];
  const repairs: Repair[] = [];
  const levels = ['Direktør', 'Chef', 'Leder'];
  const put = (id: string, parent: string | null, kind: DraftElement['kind'], level: string | null, words: string[]): void => {
    const first = lines.length + 1;
    const text = words.join(' ');
    for (let at = 0; at < words.length; at += 12)
      lines.push(damaged(words.slice(at, at + 12).join(' '), lines.length + 1, repairs));
    const title = words.length <= 3 ? text : null;
    made.push({ id, kind, parent, level, title, text: title === null ? text : null, source: { lines: [first, lines.length] } });
  };
  for (let theme = 0; made.length < elements; theme++) {
    const id = `tema-${theme + 1}`;
    put(id, null, 'theme', null, [THEMES[theme % THEMES.length] ?? '', String(theme + 1)]);
    for (let at = 0; at < 12 && made.length < elements; at++)
      put(`${id}/${at + 1}`, id, 'expectation', levels[at % 3] ?? null, sentence(theme * 12 + at));
  }
  const loose = Array.from({ length: Math.ceil(elements / 60) }, (_, at) => {
    lines.push(`Vedtaget ved behandling ${at + 1}`);
    return { text: lines.at(-1) ?? '', source: { lines: [lines.length, lines.length] as [number, number] } };
  });
  return {
    format: FORMAT,
    organisation: 'Fjordby Kommune',
    title: `Langt grundlag med ${elements} udsagn`,
    date: '2026',
    levels,
    kinds: {},
    elements: made,
    repeats: [],
    unplaced: loose,
    furniture: [],
    repairs,
    text: lines.join('\n'),
  };
}

function sentence(seed: number): string[] {
  const length = seed % 37 === 0 ? 150 : 9 + ((seed * 7) % 19);
  return Array.from({ length }, (_, at) => WORDS[(seed * 5 + at * 11 + ((seed * at) % 7)) % WORDS.length] ?? '');
}

/** What the scan made of a line; each damage is repaired, as the importer does. */
function damaged(line: string, number: number, repairs: Repair[]): string {
  if (number % 3 !== 0 || !line.includes(' på ')) return line;
  repairs.push({ line: number, from: 'pa', to: 'på' });
  return line.replace(' på ', ' pa ');
}
