// A document ready to be set: every word and number is decided, only the setting is left.

export type PrintedBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'figure'; svg: string; alt: string; caption: string }
  | { kind: 'table'; caption: string; columns: string[]; numeric: boolean[]; rows: string[][] }
  | { kind: 'talk'; title: string; text: string; ask: string };

export type PrintedDocument = {
  language: 'da' | 'en';
  title: string;
  kicker: string;
  lead: string;
  /** "Page {page} of {pages}" with the two placeholders left in. */
  footer: string;
  blocks: PrintedBlock[];
};
