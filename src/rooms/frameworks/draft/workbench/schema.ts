import type { ElementKind } from '#importing/open-format.ts';
import type { Element } from '../schema.ts';

/** The lists of the workbench: the tree, the doubtful places, the repairs of the scan, and the rest of the document. */
export const VIEWS = ['tree', 'places', 'repairs', 'rests'] as const;
export type View = (typeof VIEWS)[number];

/** An element as the workbench shows it, on the page and in answers to its program. */
export type Row = {
  id: string;
  parentId: string | null;
  position: number;
  kind: ElementKind;
  kindName: string;
  level: number | null;
  levelName: string | null;
  title: string | null;
  text: string | null;
  firstLine: number | null;
  lastLine: number | null;
};

/** A doubtful place in the reader's language; the whole list stands most doubtful first. */
export type Place = {
  id: string;
  kind: 'element' | 'passage';
  doubt: number;
  reasons: string[];
  seen: boolean;
  line: number | null;
  name: string;
};
export type Progress = { seen: number; total: number };

/** What undo and redo would do now, in words; null when there is nothing. */
export type Travel = { undo: string | null; redo: string | null };

/** What has happened to a draft since a revision: only what changed. `reload`: more than can be told. */
export type DraftNews = {
  revision: number;
  reload: boolean;
  rows: Row[];
  gone: string[];
  passagesChanged: boolean;
  others: boolean;
  places: Omit<Place, 'name'>[];
  progress: Progress;
  travel: Travel;
  savedAt: string;
};

/** What the program of the workbench is told after each thing it asks for. */
export type WorkbenchAnswer =
  | { state: 'done'; select: string | null; said: string; news: DraftNews }
  | { state: 'conflict'; theirs: Element | null; revision: number; said: string; news: DraftNews }
  | { state: 'refused'; said: string; fields: Record<string, string>; news: DraftNews };
