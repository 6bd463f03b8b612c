import { nameBasedId } from '#base/ids.ts';

/*
 * CASE takes identifiers of the versions 1 to 5, ours are version 7. An item keeps its own but for the digit of the version (4), its
 * place below its parent the same with a 5: stable, and the way back is as short. What has no id of its own (types, rubrics) gets one
 * from its document's and its name.
 */

/** The identifier in CASE of what has an id of ours. */
export function caseIdentifier(id: string): string {
  return withVersion(id, '4');
}

/** The identifier of an item's association with its parent. */
export function associationIdentifier(id: string): string {
  return withVersion(id, '5');
}

/** The ids of ours that an identifier may stand for: its own, or that with the digit of version 7. Empty for what is none. */
export function idsBehind(identifier: string): string[] {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(identifier)) return [];
  return [withVersion(identifier, '7'), withVersion(identifier, '4')];
}

/** An identifier that follows from a document's and a name. */
export function derivedIdentifier(document: string, name: string): string {
  return nameBasedId(document, name);
}

function withVersion(id: string, version: string): string {
  return id.slice(0, 14) + version + id.slice(15);
}
