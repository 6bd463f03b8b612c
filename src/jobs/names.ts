// The names of the jobs and what each carries: ids only.
export type JobPayloads = {
  'messages.send': { organisation: number };
  'decisions.tell': { organisation: number; note: string; telling: string };
  'hearings.tell': { organisation: number; hearing: string; deadline: string };
  'hearings.remind': { organisation: number; hearing: string };
  'frameworks.read': { organisation: number; upload: string };
  'frameworks.recognise': { organisation: number; upload: string };
  'frameworks.review': { organisation: number };
  'rounds.prepare': { organisation: number; round: string };
  'rounds.remind': { organisation: number; round: string; reminder: string };
  'rounds.close': { organisation: number; round: string };
  'rounds.count': { organisation: number; round: string };
  'results.release': { organisation: number; round: string };
};
export type JobName = keyof JobPayloads;

export const JOB_NAMES: readonly JobName[] = [
  'messages.send',
  'decisions.tell',
  'hearings.tell',
  'hearings.remind',
  'frameworks.read',
  'frameworks.recognise',
  'frameworks.review',
  'rounds.prepare',
  'rounds.remind',
  'rounds.close',
  'rounds.count',
  'results.release',
];
