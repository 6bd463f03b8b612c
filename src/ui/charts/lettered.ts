// A drawing for a document: its words are taken out, for whoever sets the document sets words much faster than a picture's.
import type { DrawnWords, LetteredDrawing } from '#base/printed-document.ts';
import { plainText } from './svg.ts';

const WORDS = /<text([^>]*)>([^<]*)<\/text>/g;

/** A drawing made with a palette, with its words apart. Throws on one without a palette: its sizes and colours stand elsewhere. */
export function lettered(svg: string): LetteredDrawing {
  const words: DrawnWords[] = [];
  const opening = svg.slice(0, svg.indexOf('>'));
  const [width, height] = [attribute(opening, 'width'), attribute(opening, 'height')];
  if (width === undefined || height === undefined) throw new RangeError('A drawing for a page has no words to take out.');
  const shapes = svg.replace(WORDS, (_, attributes: string, text: string) => {
    words.push(wordsOf(attributes, plainText(text)));
    return '';
  });
  return { svg: shapes, width: Number(width), height: Number(height), words };
}

function wordsOf(attributes: string, text: string): DrawnWords {
  const anchor = attribute(attributes, 'text-anchor');
  return {
    text,
    x: Number(attribute(attributes, 'x')),
    y: Number(attribute(attributes, 'y')),
    size: Number(attribute(attributes, 'font-size')),
    fill: attribute(attributes, 'fill') ?? '',
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    bold: attribute(attributes, 'font-weight') !== undefined,
  };
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
}
