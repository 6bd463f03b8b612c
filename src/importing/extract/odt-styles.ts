import { walkXml } from './xml.ts';

/** What the styles of an OpenDocument text mean: names of bold ones, of titles, of those that start a page, and numbered list levels. */
export type OdtStyles = { bold: Set<string>; title: Set<string>; newPage: Set<string>; numbered: Set<string> };

/** Reads the styles of the given XML texts; a later style of the same name adds to an earlier one. `numbered` holds "name level". */
export function readOdtStyles(texts: readonly string[]): OdtStyles {
  const styles: OdtStyles = { bold: new Set(), title: new Set(['Title']), newPage: new Set(), numbered: new Set() };
  let style = '';
  let list = '';
  for (const xml of texts)
    walkXml(xml, {
      open: (name, attribute) => {
        if (name === 'style:style') {
          style = attribute('style:name') ?? '';
          if (attribute('style:parent-style-name') === 'Title') styles.title.add(style);
        }
        if (name === 'text:list-style') list = attribute('style:name') ?? '';
        if (name === 'text:list-level-style-number') styles.numbered.add(`${list} ${attribute('text:level') ?? '1'}`);
        if (name === 'style:text-properties' && style !== '' && attribute('fo:font-weight') === 'bold') styles.bold.add(style);
        if (name === 'style:paragraph-properties' && attribute('fo:break-before') === 'page') styles.newPage.add(style);
      },
      close: (name) => {
        if (name === 'style:style') style = '';
      },
      text: () => undefined,
    });
  return styles;
}
