import { readApart } from '#reading/read-apart.ts';
import { readUpload } from '#rooms/frameworks/upload/commands.server.ts';
import type { Job } from './context.ts';

const TEXT = { seconds: 30, megabytes: 700, pictures: false };
/** Less than the fifteen minutes after which the queue thinks that a job has died. */
const PICTURES = { seconds: 800, megabytes: 700, pictures: true };

/** Reads a document somebody uploaded. Its pages of pictures wait for the other job, so that they hold up nobody's text. */
export const readDocument: Job<'frameworks.read'> = ({ tenant }, { upload }) =>
  readUpload(tenant, upload, (document, listening) => readApart(document, TEXT, listening), { pictures: false });

/** Reads a document whose pages are pictures. */
export const recogniseDocument: Job<'frameworks.recognise'> = ({ tenant }, { upload }) =>
  readUpload(tenant, upload, (document, listening) => readApart(document, PICTURES, listening), { pictures: true });
