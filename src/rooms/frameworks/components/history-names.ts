import { m } from '#base/text.ts';
import type { HistoryAction, OriginKind } from '../origins/schema.ts';

/** What somebody did to a statement. */
export function actionName(action: HistoryAction): string {
  return {
    added: m.versions_action_added,
    edited: m.versions_action_edited,
    moved: m.versions_action_moved,
    removed: m.versions_action_removed,
    restored: m.versions_action_restored,
    split: m.versions_action_split,
    merged: m.versions_action_merged,
  }[action]();
}

/** What a statement is to the one it comes from. */
export function originName(kind: OriginKind): string {
  return {
    same: m.versions_origin_same,
    edited: m.versions_origin_edited,
    replaced: m.versions_origin_replaced,
    split: m.versions_origin_split,
    merged: m.versions_origin_merged,
    forked: m.versions_origin_forked,
    new: m.versions_origin_new,
  }[kind]();
}
