import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that tells a leader that an activity of the year wheel lies with the unit. */
export function activity(parameters: Record<string, string>, locale: Locale): Letter {
  const { name = '', by = '', unit = '', activity: called = '', link = '' } = parameters;
  return {
    subject: m.year_mail_subject({ activity: called }, { locale }),
    text: m.year_mail_text({ name, by, unit, activity: called, link }, { locale }),
  };
}
