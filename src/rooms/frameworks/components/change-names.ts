import { m } from '#base/text.ts';
import type { Change } from '../difference/schema.ts';

/** What a change of a statement is called. */
export function changeName(change: Change | 'moved'): string {
  return {
    same: m.versions_change_same,
    edited: m.versions_change_edited,
    replaced: m.versions_change_replaced,
    split: m.versions_change_split,
    merged: m.versions_change_merged,
    new: m.versions_change_new,
    gone: m.versions_change_gone,
    moved: m.versions_change_moved,
  }[change]();
}

/** The colour of its tag. */
export function changeTone(change: Change | 'moved'): 'plain' | 'info' | 'good' | 'watch' | 'bad' {
  const tones = {
    same: 'plain',
    edited: 'info',
    replaced: 'watch',
    split: 'watch',
    merged: 'watch',
    new: 'good',
    gone: 'bad',
    moved: 'info',
  } as const;
  return tones[change];
}
