/** Everything that leaves a trail. The words people read stand in the catalogue as trail_<action with underscores>. */
export const TRAIL_ACTIONS = [
  'person.signed_in',
  'person.signed_out',
  'organisation.made',
  'person.downloaded',
  'intake.uploaded',
  'intake.accepted',
  'intake.discarded',
  'roles.changed',
  'framework.imported',
  'framework.saved',
  'framework.published',
  'framework.deleted',
  'strategy.saved',
  'strategy.deleted',
  'round.made',
  'round.saved',
  'round.deleted',
  'round.launched',
  'round.ready',
  'round.reminded',
  'round.closed',
  'round.extended',
  'round.codes_printed',
  'named_answer.saved',
  'release.frozen',
  'release.refused',
  'report.read',
  'report.downloaded',
] as const;
export type TrailAction = (typeof TRAIL_ACTIONS)[number];

/**
 * What only concerns the person who did it and the person it is about: when somebody signed in, and who read whose report. HR does not
 * see these of others.
 */
export const PRIVATE_ACTIONS: readonly TrailAction[] = [
  'person.signed_in',
  'person.signed_out',
  'person.downloaded',
  'named_answer.saved',
  'report.read',
  'report.downloaded',
];
