import { isJpeg, readJpeg } from './jpeg/rules.ts';
import { isPng, readPng } from './png/rules.ts';
import { MOST_BYTES, MOST_POINTS, type Picture, type PictureProblem } from './schema.ts';
import { isWebp, readWebp } from './webp/rules.ts';

/**
 * A picture by what is in the file, whatever it is called: PNG, JPEG or WebP, one that stands still. It is put together anew from the
 * parts a picture is made of, so that nothing else is kept: no place, no camera, no text, nothing hidden after the end. Drawings (SVG)
 * can carry scripts and are refused.
 */
export function readPicture(bytes: Uint8Array): Picture | PictureProblem {
  if (bytes.length === 0) return 'missing';
  if (bytes.length > MOST_BYTES) return 'too_large';
  const read = isPng(bytes) ? readPng : isJpeg(bytes) ? readJpeg : isWebp(bytes) ? readWebp : null;
  if (read === null) return isDrawing(bytes) ? 'drawing' : 'not_a_picture';
  const picture = read(bytes);
  if (picture === null || picture.width < 1 || picture.height < 1) return 'broken';
  return picture.width * picture.height > MOST_POINTS ? 'too_many_points' : picture;
}

function isDrawing(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
}
