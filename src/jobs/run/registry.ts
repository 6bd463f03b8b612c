import type { JobName } from '#jobs/names.ts';
import type { Job } from './context.ts';
import { tellOfNote } from './decisions.tell.ts';
import { readDocument, recogniseDocument } from './frameworks.read.ts';
import { remindOfHearing } from './hearings.remind.ts';
import { tellOfHearing } from './hearings.tell.ts';
import { tellReviews } from './frameworks.review.ts';
import { sendMessages } from './messages.send.ts';
import { releaseResults } from './results.release.ts';
import { close } from './rounds.close.ts';
import { count } from './rounds.count.ts';
import { prepare } from './rounds.prepare.ts';
import { remind } from './rounds.remind.ts';

/** Which function runs which job. */
export const JOBS: { [Name in JobName]?: Job<Name> } = {
  'messages.send': sendMessages,
  'frameworks.read': readDocument,
  'frameworks.recognise': recogniseDocument,
  'frameworks.review': tellReviews,
  'decisions.tell': tellOfNote,
  'hearings.tell': tellOfHearing,
  'hearings.remind': remindOfHearing,
  'rounds.prepare': prepare,
  'rounds.remind': remind,
  'rounds.count': count,
  'rounds.close': close,
  'results.release': releaseResults,
};
