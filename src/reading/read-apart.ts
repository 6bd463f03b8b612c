// A document is read in a thread of its own: one that never ends, or eats all memory, takes nothing else down with it.
import { Worker } from 'node:worker_threads';
import { ExchangeProblem, type ExchangeReason } from '#importing/exchange/exchange-problem.ts';
import { ImportProblem, type ImportProblemCode } from '#importing/extract/import-problem.ts';
import type { ImportOutcome } from '#importing/import-document.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { DocumentToRead, PageRead } from './read-document.ts';

/** What the thread says to whoever started it. A problem goes by its name: classes do not pass between threads. */
export type ThreadMessage =
  | { said: 'page'; done: number; of: number }
  | { said: 'draft'; draft: FrameworkDraft }
  | { said: 'problem'; code: ImportProblemCode; exchange?: { reason: ExchangeReason; item: string } };

export type ReadingLimits = { seconds: number; megabytes: number; pictures: boolean };
type Listening = { pageRead?: PageRead | undefined; stop?: AbortSignal | undefined };

/** Reads a document in a thread. Gives `too_slow` when the time is up, `too_large` when the memory is, `broken` when it dies. */
export async function readApart(
  document: DocumentToRead,
  limits: ReadingLimits,
  { pageRead, stop }: Listening = {},
): Promise<ImportOutcome> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { ...document, pictures: limits.pictures },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // What a library prints says something of a document; our logs never do.
    stdout: true,
    stderr: true,
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ImportOutcome>((resolve) => {
      const refuse = (code: ImportProblemCode): void => resolve({ ok: false, problem: new ImportProblem(code) });
      clock = setTimeout(() => refuse('too_slow'), limits.seconds * 1000);
      stop?.addEventListener('abort', () => refuse('too_slow'));
      worker.on('message', (message: ThreadMessage) => {
        if (message.said === 'page') pageRead?.(message.done, message.of);
        else if (message.said === 'draft') resolve({ ok: true, draft: message.draft });
        else if (message.exchange !== undefined)
          resolve({ ok: false, problem: new ExchangeProblem(message.exchange.reason, message.exchange.item) });
        else refuse(message.code);
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'broken'),
      );
      worker.on('exit', () => refuse('broken'));
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
