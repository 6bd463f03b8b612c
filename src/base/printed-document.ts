// A document ready to be set: every word and number is decided, only the setting (PDF, DOCX) is left.

/** A piece of running text: plain, marked, struck out, new, or a link. */
export type Run = { text: string; mark?: 'strong' | 'emphasis' | 'inserted' | 'deleted'; href?: string };

/** Words as one reads them; pieces where some of them are marked. */
export type Words = string | Run[];

/** A drawing without its words, as SVG, and the words beside it: size, place of the baseline and colour in the drawing's own units. */
export type LetteredDrawing = { svg: string; width: number; height: number; words: DrawnWords[] };

export type DrawnWords = {
  text: string;
  x: number;
  y: number;
  size: number;
  fill: string;
  anchor: 'start' | 'middle' | 'end';
  bold: boolean;
};

export type PrintedBlock =
  /** The title is level 1; levels must not be skipped. `ownPage` begins a new page. */
  | { kind: 'heading'; level: 2 | 3 | 4 | 5; text: string; ownPage?: boolean }
  /** A small line above what follows: what kind of thing it is. */
  | { kind: 'kicker'; text: string }
  | { kind: 'text'; text: Words }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'list'; items: Words[]; ordered?: boolean }
  /** Terms with what belongs to each, for instance a level with its expectation. */
  | { kind: 'terms'; items: { term: string; text: Words }[] }
  | ({ kind: 'figure'; alt: string; caption: string } & LetteredDrawing)
  /** A picture as it was given, its bytes in base64, its size in dots. */
  | {
      kind: 'picture';
      format: 'png' | 'jpeg' | 'webp';
      bytes: string;
      width: number;
      height: number;
      alt: string;
      caption: string;
    }
  /** `rowHeadings`: the first cell of each row names the row. `caption` is read out, and printed when `shown`. */
  | {
      kind: 'table';
      caption: string;
      columns: string[];
      numeric: boolean[];
      rows: Words[][];
      rowHeadings?: boolean;
      shown?: boolean;
    }
  | { kind: 'talk'; title: string; text: string; ask: string };

export type PrintedDocument = {
  language: 'da' | 'en';
  title: string;
  kicker: string;
  lead: string;
  /** "Page {page} of {pages}" with the two placeholders left in. */
  footer: string;
  /** Which wording this is, who issued it and when; on every page beside the title. */
  stamp?: string;
  /** The heading of a table of contents (levels 2 and 3); without it there is none. */
  contents?: string;
  landscape?: boolean;
  blocks: PrintedBlock[];
};

/** The top layers of a framework on one page, ready in words. */
export type Poster = {
  language: 'da' | 'en';
  paper: 'a4' | 'a3';
  landscape: boolean;
  title: string;
  kicker: string;
  /** Which wording this is, who issued it and when. */
  stamp: string;
  /** The framework's own picture; its words are read out. */
  picture: Extract<PrintedBlock, { kind: 'picture' }> | null;
  groups: { kicker: string; title: string; text: string; statements: string[] }[];
};
