import { canonicalHash } from '#base/canonical-json.ts';

/** A mark of what a form was read with. When another mark is stored by the time it is sent, somebody else was first. */
export function seenMark(value: unknown): string {
  return canonicalHash(value).toString('hex').slice(0, 16);
}

/**
 * Of many fields in one form: which were changed here, and which of those were changed by somebody else too since the form was read.
 * What nobody touched here is left as it is stored. `stored` and `sent` give the marks of what stands there now and of what was sent.
 */
export function sortChanges<T extends { seen: string }>(
  fields: readonly T[],
  stored: (field: T) => string,
  sent: (field: T) => string,
): { changed: T[]; conflicts: T[] } {
  const touched = fields.filter((field) => sent(field) !== field.seen && sent(field) !== stored(field));
  return {
    changed: touched.filter((field) => stored(field) === field.seen),
    conflicts: touched.filter((field) => stored(field) !== field.seen),
  };
}
