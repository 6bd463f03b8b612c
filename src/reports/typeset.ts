// Sets documents as PDF in a thread of their own, one per process, started when the first is asked for.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Poster, PrintedBlock, PrintedDocument } from '#base/printed-document.ts';
import type { Delivery, Order } from './typesetter.ts';

type Waiting = { done: (pdf: Uint8Array) => void; failed: (problem: Error) => void };

let typesetter: Worker | null = null;
let orders = 0;
const waiting = new Map<number, Waiting>();

/** Sets a document as tagged PDF (PDF/UA-1). Well under a tenth of a second once the fonts are read. */
export function typeset(document: PrintedDocument): Promise<Uint8Array> {
  return order('document', { ...document, blocks: document.blocks.map(withDrawnPicture) });
}

/** Sets a poster: one page, tagged like a document. Throws when its words do not fit on the page. */
export function typesetPoster(poster: Poster): Promise<Uint8Array> {
  return order('poster', { ...poster, picture: poster.picture === null ? null : withDrawnPicture(poster.picture) });
}

function order(template: Order['template'], data: unknown): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const number = ++orders;
    waiting.set(number, { done, failed });
    const thread = started();
    thread.ref();
    thread.postMessage({ number, template, data: JSON.stringify(data) } satisfies Order);
  });
}

/** The typesetter takes data as text; a picture travels inside a drawing. */
function withDrawnPicture(block: PrintedBlock): unknown {
  if (block.kind !== 'picture') return block;
  const { width, height, format, bytes, ...rest } = block;
  const size = `width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}"><image ${size} href="data:image/${format};base64,${bytes}"/></svg>`;
  return { ...rest, svg };
}

function started(): Worker {
  if (typesetter !== null) return typesetter;
  // The thread runs from the sources, also under the built server: a native module and a template are no part of the bundle.
  const thread = new Worker(pathToFileURL(path.resolve('src/reports/typesetter.ts')));
  thread.on('message', (delivery: Delivery) => {
    const order = waiting.get(delivery.number);
    waiting.delete(delivery.number);
    if (waiting.size === 0) thread.unref();
    if ('pdf' in delivery) order?.done(delivery.pdf);
    else order?.failed(new Error(delivery.problem));
  });
  thread.on('error', (thrown) => stop(thrown));
  thread.on('exit', () => stop(new Error('the typesetter stopped')));
  typesetter = thread;
  return thread;
}

/** A thread that died takes its orders with it; the next order starts a new one. */
function stop(problem: unknown): void {
  typesetter = null;
  const failed = problem instanceof Error ? problem : new Error(String(problem));
  for (const order of waiting.values()) order.failed(failed);
  waiting.clear();
}
