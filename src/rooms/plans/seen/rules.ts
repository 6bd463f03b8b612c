import { canonicalHash } from '#base/canonical-json.ts';

/** A mark of what a form was read with. When another mark is stored by the time it is sent, somebody else was first. */
export function seenMark(value: unknown): string {
  return canonicalHash(value).toString('hex').slice(0, 16);
}
