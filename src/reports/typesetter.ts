// The typesetter's own thread: setting is synchronous native work and must not hold up anybody's request.
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

const workspace = path.resolve('src/reports');
const fonts = path.resolve('node_modules/dkfds/src/fonts/IBMPlexSans/complete/ttf');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });

/** One document to set, and what came of it. */
export type Order = { number: number; template: 'document' | 'poster'; data: string };
export type Delivery = { number: number; pdf: Uint8Array } | { number: number; problem: string };

parentPort?.on('message', ({ number, template, data }: Order) => {
  try {
    // PDF/UA-1 is a gate too: it refuses a picture without words, a skipped heading level, a document without title.
    const pdf = compiler.pdf(
      { mainFilePath: path.join(workspace, `${template}.typ`), inputs: { data } },
      { pdfStandard: PdfStandard.UA_1 },
    );
    compiler.evictCache(10);
    parentPort?.postMessage({ number, pdf: new Uint8Array(pdf) } satisfies Delivery);
  } catch (thrown) {
    parentPort?.postMessage({ number, problem: thrown instanceof Error ? thrown.message : String(thrown) } satisfies Delivery);
  }
});
