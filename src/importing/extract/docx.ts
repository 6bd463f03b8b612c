import type { ExtractedText } from './extract-text.ts';
import { htmlToLines } from './html-lines.ts';
import { ImportProblem } from './import-problem.ts';
import { openZip } from './zip.ts';

/** The text of a Word document with its headings and lists. Pictures, comments, headers and footers are left out. */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedText> {
  openZip(bytes);
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: ["br[type='page'] => hr.page"],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    html = result.value;
  } catch {
    throw new ImportProblem('broken');
  }
  const { lines, pages } = htmlToLines(html);
  const paged = (pages.at(-1) ?? 1) > 1;
  return { text: lines.join('\n'), pageOf: (line) => (paged ? pages[line - 1] : undefined), furnitureLines: new Set() };
}
