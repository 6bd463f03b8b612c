import * as v from 'valibot';
import { BINDINGS } from '../../attributes/schema.ts';

const line = v.pipe(
  v.string(),
  v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
  v.maxLength(300, 'long'),
);
const words = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
  v.maxLength(4000, 'long'),
);
/** One item per line; empty lines and the marks of a copied list are left out. */
const lines = v.pipe(
  v.string(),
  v.maxLength(20_000, 'long'),
  v.transform((text) =>
    text
      .split(/\r?\n/)
      .map((item) => item.replace(/^\s*[•·▪*–-]\s+/u, '').trim())
      .filter((item) => item !== ''),
  ),
  v.maxLength(50, 'many'),
);

/** The header of a version as its form sends it: units by id, levels of the organisation's data by number. */
export const PurposeInput = v.object({
  purposes: lines,
  scope: words,
  units: v.array(v.string()),
  levels: v.array(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number))),
  binding: v.picklist(BINDINGS),
  owner: line,
  authors: lines,
  contactName: line,
  contactMail: v.pipe(
    line,
    v.check((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'mail'),
  ),
  input: words,
  seen: v.string(),
});
export type PurposeInput = v.InferOutput<typeof PurposeInput>;
