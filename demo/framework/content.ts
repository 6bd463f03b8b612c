/** A text in the two languages of the interface. */
export interface Translated {
  readonly da: string;
  readonly en: string;
}

/** What a leader can be seen doing, with what it asks of each level (highest first). */
export interface Behaviour {
  readonly title: Translated;
  readonly expectations: readonly [string, string, string, string];
}

/** Half a corner stone: what a leader must master, in three behaviours. */
export interface Competence {
  readonly title: Translated;
  readonly definition: Translated;
  readonly behaviours: readonly [Behaviour, Behaviour, Behaviour];
}

/** A corner stone of Fjordby's framework. */
export interface CornerStone {
  readonly title: Translated;
  readonly competences: readonly [Competence, Competence];
}
