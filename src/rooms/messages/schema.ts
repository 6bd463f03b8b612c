import type { Locale } from '#base/text.ts';

/** The mails the product can send. One file per template in templates/. */
export const TEMPLATES = ['sign_in', 'invitation', 'reminder', 'release_ready', 'hearing_invitation', 'hearing_reminder', 'hearing_deadline', 'framework_review', 'decision_note', 'activity'] as const;
export type Template = (typeof TEMPLATES)[number];

/** A mail ready to be written: parameters are words, links and codes only, never content of answers. */
export type Outgoing = {
  template: Template;
  address: string;
  language: Locale;
  parameters: Record<string, string>;
};

/** A written mail. */
export type Letter = { subject: string; text: string };

/** Where a mail is on its way. Kept means: no mail server is set, so it stays in the outbox. */
export const MESSAGE_STATES = ['waiting', 'sent', 'kept', 'failed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
