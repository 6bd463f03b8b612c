/** Common verbs, most of them such whose forms the dictionary spells out one by one; with the beginnings below there are many more. */
const STRONG = new Set(
  `være have blive få gå stå slå se give gribe tage komme gøre holde finde binde vinde bryde byde bære bede ligge lægge
  sætte sidde sige vide skrive drive stige skride springe synge hjælpe træffe træde trække drage falde løbe lade lyde nyde
  flyde skyde skyve bide rive stride glide vige lide vælge sælge tælle spørge følge række strække skære fare tie sove
  græde synes fryse hugge le dø ske nå bo tro sy te gide turde burde kunne skulle ville måtte hedde hænge knytte flytte
  bringe smøre svare ryge`.split(/\s+/u),
);
const BEGINNINGS =
  `af an be bi bort del efter fast for fore forud fra frem gen gennem hen hjem imod imøde ind med mod ned om op over på sam sammen til
  tilbage u ud under ved`.split(/\s+/u);
/** Forms of adjectives that are verbs as well; behind a preposition they are nearly always the adjective. */
const ADJECTIVES = new Set(
  'åbne klare sikre nære tætte rette svage rene lige bløde varme kolde tørre lette spidse modne fulde hele bare nøgne faste'.split(
    ' ',
  ),
);
const MODALS = new Set('kan skal vil må bør kunne skulle ville måtte burde'.split(' '));
const PREPOSITIONS = new Set('af til for på i om ved med uden efter fra'.split(' '));
const SUBJECTS = new Set('vi de jeg du han hun man'.split(' '));

/** Behind "at" and words such as "kan" a verb stands in its first form, behind a preposition it does not: so much likelier each is. */
const BEHIND_AT = 30;
const BEHIND_MODAL = 8;
const BEHIND_PREPOSITION = 0.15;
const BEHIND_SUBJECT = 3;
/** The words of many documents pass by; so many answers are kept. */
const MOST_KEPT = 100_000;

/** How much likelier a word is after another by what kind of words they are. `hasEndings` says whether the dictionary gives a word a verb's endings. */
export class DanishVerbs {
  readonly #hasEndings: (word: string) => boolean;
  readonly #isNoun: (word: string) => boolean;
  readonly #known = new Map<string, boolean>();

  constructor(hasEndings: (word: string) => boolean, isNoun: (word: string) => boolean) {
    this.#hasEndings = hasEndings;
    this.#isNoun = isNoun;
  }

  /** A factor, 1 when nothing is known. */
  factor(left: string, right: string): number {
    if (left === 'at') return this.#isInfinitive(right) ? BEHIND_AT : 1;
    if (MODALS.has(left)) return this.#isInfinitive(right) || this.#isInfinitive(active(right)) ? BEHIND_MODAL : 1;
    if (PREPOSITIONS.has(left))
      return this.#isInfinitive(right) && !ADJECTIVES.has(right) && !this.#isNoun(right) ? BEHIND_PREPOSITION : 1;
    if (SUBJECTS.has(left)) return right.endsWith('r') && this.#isInfinitive(right.slice(0, -1)) ? BEHIND_SUBJECT : 1;
    return 1;
  }

  #isInfinitive(word: string): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found =
      STRONG.has(word) ||
      this.#hasEndings(word) ||
      BEGINNINGS.some((start) => word.startsWith(start) && STRONG.has(word.slice(start.length)));
    if (this.#known.size > MOST_KEPT) this.#known.clear();
    this.#known.set(word, found);
    return found;
  }
}

/** The active form of what may be a passive ("inddrages"). */
function active(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : '';
}
