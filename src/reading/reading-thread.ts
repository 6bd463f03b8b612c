// The thread in which one document is read. It is given the bytes, says how far it has come, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { ExchangeProblem } from '#importing/exchange/exchange-problem.ts';
import type { ThreadMessage } from './read-apart.ts';
import { readDocument, readText, type DocumentToRead } from './read-document.ts';

const { bytes, fileName, pictures } = workerData as DocumentToRead & { pictures: boolean };
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
const document = { bytes, fileName };

const outcome = pictures ? await readDocument(document, (done, of) => say({ said: 'page', done, of })) : await readText(document);
if (outcome.ok) say({ said: 'draft', draft: outcome.draft });
else {
  const { problem } = outcome;
  const exchange = problem instanceof ExchangeProblem ? { exchange: { reason: problem.reason, item: problem.item } } : {};
  say({ said: 'problem', code: problem.code, ...exchange });
}
