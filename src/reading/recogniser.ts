// Reads letters in pictures of pages with Tesseract, wholly on this machine: program and language data come from our own packages.
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageImage, Recognise, RecognisedLine } from '#importing/extract/recognition.ts';
import type { Block, Worker } from 'tesseract.js';

type Language = 'dan' | 'eng';
export type Recogniser = { recognise: Recognise; close: () => Promise<void> };

/** Words that stand in every text of the one language and hardly ever in one of the other. */
const ENGLISH = /\b(?:the|and|of|with|that|are|this|our)\b/giu;
const DANISH = /\b(?:og|at|det|er|vi|som|til|der|ikke)\b/giu;

/** A reader of pictures that starts its program with the first picture, in Danish, and changes to English when the text is. */
export function openRecogniser(): Recogniser {
  const workers = new Map<Language, Promise<Worker>>();
  let language: Language = 'dan';
  const read = async (image: PageImage): Promise<RecognisedLine[]> => {
    const worker = workers.get(language) ?? startWorker(language);
    workers.set(language, worker);
    return linesIn(await worker, image);
  };
  return {
    recognise: async (image) => {
      const lines = await read(image);
      const text = lines.map((line) => line.text).join(' ');
      const other: Language = (text.match(ENGLISH)?.length ?? 0) > (text.match(DANISH)?.length ?? 0) ? 'eng' : 'dan';
      if (other === language || text.length < 40) return lines;
      language = other;
      return read(image);
    },
    close: async () => {
      for (const worker of workers.values()) await (await worker).terminate();
    },
  };
}

async function startWorker(language: Language): Promise<Worker> {
  const { createWorker, PSM } = await import('tesseract.js');
  const packageFile = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
  const langPath = path.join(path.dirname(packageFile), '4.0.0_best_int');
  const worker = await createWorker(language, 1, { langPath, gzip: true, cacheMethod: 'none' });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return worker;
}

async function linesIn(worker: Worker, image: PageImage): Promise<RecognisedLine[]> {
  // Without a resolution the program guesses one, and says so on the error stream.
  await worker.setParameters({ user_defined_dpi: String(Math.round(image.dpi)) });
  const { data } = await worker.recognize(asPgm(image), {}, { text: false, blocks: true });
  return (data.blocks ?? []).flatMap(linesOfBlock);
}

function linesOfBlock(block: Block): RecognisedLine[] {
  return block.paragraphs.flatMap((paragraph) =>
    paragraph.lines.flatMap((line) => {
      const text = line.text.trim();
      if (text === '') return [];
      const { x0, x1, y0, y1 } = line.bbox;
      const baseline = (line.baseline.y0 + line.baseline.y1) / 2;
      const size = line.rowAttributes.rowHeight || y1 - y0;
      return [{ text, x: x0, baseline, width: x1 - x0, size, confidence: line.confidence / 100 }];
    }),
  );
}

/** The simplest picture file there is: a head and the points. */
function asPgm({ width, height, grey }: PageImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}
