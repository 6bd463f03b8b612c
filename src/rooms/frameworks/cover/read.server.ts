import { locale } from '#base/text.ts';
import { DEFAULT_KIND_NAMES } from '#importing/default-kind-names.ts';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import type { Tx } from '#database/tenant.ts';
import { readElements } from '../draft/read.server.ts';
import { kindNamesOf, levelsOf, versionHead } from '../read.server.ts';
import { isDraft } from '../rules.ts';
import type { Level, VersionHead } from '../schema.ts';

export type Cover = {
  head: VersionHead;
  levels: (Level & { elements: number })[];
  /** The kinds that the version uses or has a name for, with the name of its own ('' for none) and the common one. */
  kinds: { kind: ElementKind; own: string; common: string; elements: number }[];
};

/** A draft as the frame around its pages needs it. */
export type DraftHead = { head: VersionHead; levels: Level[]; levelled: boolean };

/** The draft in the address, with its levels; null when there is none. */
export async function readDraftHead(tx: Tx, address: { framework: string; version: string }): Promise<DraftHead | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const used = await tx
    .selectFrom('framework_elements')
    .select('id')
    .where('version_id', '=', head.versionId)
    .where('level', 'is not', null)
    .executeTakeFirst();
  return { head, levels: await levelsOf(tx, head.versionId), levelled: used !== undefined };
}

/** Title, levels and names of a draft for those who edit them; null when it is no draft. */
export async function readCover(tx: Tx, address: { framework: string; version: string }): Promise<Cover | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const elements = await readElements(tx, head.versionId);
  const levels = await levelsOf(tx, head.versionId);
  const names = await kindNamesOf(tx, head.versionId);
  const language = locale();
  return {
    head,
    levels: levels.map((level) => ({
      ...level,
      elements: elements.filter((element) => element.level === level.position).length,
    })),
    kinds: ELEMENT_KINDS.map((kind) => ({
      kind,
      own: names[kind] ?? '',
      common: DEFAULT_KIND_NAMES[kind][language],
      elements: elements.filter((element) => element.kind === kind).length,
    })).filter(({ own, elements: count }) => own !== '' || count > 0),
  };
}
