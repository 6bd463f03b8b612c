import { m } from '#base/text.ts';
import { EXCHANGE_REASONS } from '#importing/exchange/exchange-problem.ts';
import type { ImportProblemCode } from '#importing/extract/import-problem.ts';
import { exchangeSentence } from '../exchange/components/sentences.ts';
import type { KeptProblem, UploadState } from './schema.ts';

type Times = { beganAt: Date | null; picturesAt: Date | null; endedAt: Date | null; problem: string | null };

/** How far a reading is, from what has happened to it. */
export function stateOf({ beganAt, picturesAt, endedAt, problem }: Times): UploadState {
  if (endedAt !== null) return problem === null ? 'done' : 'failed';
  if (picturesAt !== null) return 'pictures';
  return beganAt === null ? 'waiting' : 'reading';
}

/** Whether a reading has taken so long that people should be told that it has not been forgotten. */
export function isLate(state: UploadState, uploadedAt: Date, today: Date): boolean {
  const seconds = (today.getTime() - uploadedAt.getTime()) / 1000;
  return (state === 'waiting' && seconds > 20) || (state === 'reading' && seconds > 60);
}

const SENTENCES: Record<ImportProblemCode, () => string> = {
  empty: m.frameworks_import_problem_empty,
  too_large: m.frameworks_import_problem_too_large,
  unknown_kind: m.upload_problem_unknown_kind,
  encrypted: m.frameworks_import_problem_encrypted,
  image_only_pdf: m.frameworks_import_problem_image_only_pdf,
  zip_bomb: m.frameworks_import_problem_zip_bomb,
  broken: m.frameworks_import_problem_broken,
  not_text: m.frameworks_import_problem_not_text,
  too_many_pages: m.upload_problem_too_many_pages,
  unsafe: m.upload_problem_unsafe,
  too_slow: m.upload_problem_too_slow,
  scan_unreadable: m.upload_problem_scan_unreadable,
  exchange: m.upload_problem_exchange,
};

/** What somebody can do about a document that could not be read. Of a file in an exchange format it is told what is wrong where. */
export function problemSentence({ code, reason, item }: KeptProblem): string {
  const exchange = EXCHANGE_REASONS.find((known) => known === reason);
  if (exchange !== undefined) return exchangeSentence(exchange, item ?? '');
  const sentence = SENTENCES[code]();
  return item === null || item === '' ? sentence : `${sentence} ${m.upload_problem_item({ item })}`;
}
