import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that reminds the members of a body that has not answered a hearing. */
export function hearingReminder(parameters: Record<string, string>, locale: Locale): Letter {
  const { name = '', organisation = '', hearing = '', body = '', closes = '', link = '' } = parameters;
  return {
    subject: m.hearing_mail_reminder_subject({ hearing }, { locale }),
    text: m.hearing_mail_reminder_text({ name, organisation, hearing, body, closes, link }, { locale }),
  };
}
