import type { Locale } from '#base/text.ts';
import type { Letter, Template } from '../schema.ts';
import { activity } from './activity.ts';
import { decisionNote } from './decision_note.ts';
import { frameworkReview } from './framework_review.ts';
import { hearingDeadline } from './hearing_deadline.ts';
import { hearingInvitation } from './hearing_invitation.ts';
import { hearingReminder } from './hearing_reminder.ts';
import { invitation } from './invitation.ts';
import { reminder } from './reminder.ts';
import { releaseReady } from './release_ready.ts';
import { signIn } from './sign_in.ts';

type Writer = (parameters: Record<string, string>, locale: Locale) => Letter;

/** Which file writes which mail. */
export const LETTERS: Partial<Record<Template, Writer>> = {
  sign_in: signIn,
  release_ready: releaseReady,
  hearing_invitation: hearingInvitation,
  hearing_reminder: hearingReminder,
  hearing_deadline: hearingDeadline,
  framework_review: frameworkReview,
  decision_note: decisionNote,
  activity,
  invitation,
  reminder,
};
