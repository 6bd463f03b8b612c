import type { Use, UseKind } from '../schema.ts';

/** A use as a reader may follow it. Null: the kind of thing has no page of its own. */
export type LinkedUse = Use & { href: string | null };

/** Who knows where uses of a kind are read, for this reader: by used id, the address. What has none there does not exist for the reader. */
export type Places = Partial<Record<UseKind, (usedIds: string[]) => Promise<ReadonlyMap<string, string>>>>;
