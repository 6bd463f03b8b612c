import type { DraftElement, FrameworkDraft, Passage } from '#importing/open-format.ts';
import type { Behaviour, Competence, CornerStone, Translated } from './framework/content.ts';
import { course } from './framework/course.ts';
import { doors } from './framework/doors.ts';
import { everyday } from './framework/everyday.ts';
import { people } from './framework/people.ts';

export type DemoKind = 'foreword' | 'corner_flag' | 'competence' | 'theme' | 'expectation';

export const demoOrganisationName = 'Fjordby Kommune';

/** Levels of leadership in Fjordby, highest first. */
export const demoLevels: readonly Translated[] = [
  { da: 'Direktør', en: 'Director' },
  { da: 'Chef', en: 'Head of department' },
  { da: 'Leder af ledere', en: 'Leader of leaders' },
  { da: 'Leder af medarbejdere', en: 'Leader of employees' },
];

export const demoFrameworkTitle: Translated = {
  da: 'Sammen holder vi kursen',
  en: 'Together we hold the course',
};

/** What Fjordby calls the kinds of its elements. */
export const demoKinds = {
  foreword: { da: 'Forord', en: 'Foreword' },
  corner_flag: { da: 'Hjørnesten', en: 'Corner stone' },
  competence: { da: 'Ledelseskompetence', en: 'Leadership competence' },
  theme: { da: 'Adfærd', en: 'Behaviour' },
  expectation: { da: 'Forventning', en: 'Expectation' },
} as const satisfies Record<DemoKind, Translated>;

const foreword =
  'Ledelse er et håndværk. Man bliver bedre til det, når man ved, hvad godt håndværk er, og når nogen fortæller, hvordan det ser ud udefra. ' +
  'Derfor har vi i Fjordby skrevet ned, hvad vi venter os af hinanden som ledere. ' +
  'Grundlaget hviler på fire hjørnesten. Hver hjørnesten rummer to kompetencer, og hver kompetence er beskrevet ved tre ting, man kan se en god leder gøre. ' +
  'Det er ikke det samme at lede en kommune og at lede en vuggestue, og derfor står der hver gang, hvad det betyder netop dér, hvor du leder. ' +
  'Tag teksten med, når du taler med din egen leder, i ledergruppen og sammen med medarbejderne. Den er ikke en facitliste. Den er et sted at begynde.';

const cornerStones: readonly CornerStone[] = [course, people, everyday, doors];

/** Turns a Danish title into the part of an id that stands for it: 'Går ind i konflikter' -> 'gaar-ind-i-konflikter'. */
function slug(title: string): string {
  const latin = title.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
  return latin.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** Collects the elements together with the lines of the document they stand on. */
class Manuscript {
  readonly elements: DraftElement[] = [];
  readonly furniture: Passage[] = [];
  readonly lines: string[] = [];

  line(text: string): number {
    this.lines.push(text);
    return this.lines.length;
  }

  /** A level's name stands above its expectation on the page; in the data it is the element's level. */
  levelHeading(text: string): void {
    const at = this.line(text);
    this.furniture.push({ text, source: { lines: [at, at] } });
  }

  add(element: Omit<DraftElement, 'id' | 'source'>, name: string): string {
    const id = element.parent === null ? name : `${element.parent}/${name}`;
    const written = [element.title, element.text].filter((text) => text !== null).map((text) => this.line(text));
    const first = written[0] ?? this.lines.length;
    this.elements.push({ ...element, id, source: { lines: [first, written.at(-1) ?? first] } });
    this.line('');
    return id;
  }
}

function writeBehaviour(page: Manuscript, behaviour: Behaviour, parent: string): void {
  const title = behaviour.title.da;
  const id = page.add({ kind: 'theme', parent, level: null, title, text: null }, slug(title));
  demoLevels.forEach((level, index) => {
    page.levelHeading(level.da);
    const text = behaviour.expectations[index] ?? null;
    page.add({ kind: 'expectation', parent: id, level: level.da, title: null, text }, slug(level.da));
  });
}

function writeCompetence(page: Manuscript, competence: Competence, parent: string): void {
  const title = competence.title.da;
  const text = competence.definition.da;
  const id = page.add({ kind: 'competence', parent, level: null, title, text }, slug(title));
  for (const behaviour of competence.behaviours) writeBehaviour(page, behaviour, id);
}

/** Fjordby's leadership framework as an open-format document carrying `date` (ISO, year-month or full). Always the same ids. */
export function demoFramework(date: string): FrameworkDraft {
  const page = new Manuscript();
  page.add({ kind: 'foreword', parent: null, level: null, title: demoKinds.foreword.da, text: foreword }, 'forord');
  for (const { title, competences } of cornerStones) {
    const id = page.add({ kind: 'corner_flag', parent: null, level: null, title: title.da, text: null }, slug(title.da));
    for (const competence of competences) writeCompetence(page, competence, id);
  }
  return {
    format: 'pejling-framework/1',
    organisation: demoOrganisationName,
    title: demoFrameworkTitle.da,
    date,
    levels: demoLevels.map((level) => level.da),
    kinds: Object.fromEntries(Object.entries(demoKinds).map(([kind, name]) => [kind, name.da])),
    elements: page.elements,
    repeats: [],
    unplaced: [],
    furniture: page.furniture,
    repairs: [],
    text: page.lines.join('\n'),
  };
}

export interface EnglishText {
  readonly title: string;
  readonly text: string | null;
}

/** English titles and definitions by element id; expectations exist in Danish only and have no row. */
export function demoFrameworkInEnglish(): Map<string, EnglishText> {
  const english = new Map<string, EnglishText>();
  for (const stone of cornerStones) {
    const stoneId = slug(stone.title.da);
    english.set(stoneId, { title: stone.title.en, text: null });
    for (const competence of stone.competences) {
      const competenceId = `${stoneId}/${slug(competence.title.da)}`;
      english.set(competenceId, { title: competence.title.en, text: competence.definition.en });
      for (const { title } of competence.behaviours) {
        english.set(`${competenceId}/${slug(title.da)}`, { title: title.en, text: null });
      }
    }
  }
  return english;
}
