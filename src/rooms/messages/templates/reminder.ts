import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that reminds of a round. The last one goes to everybody, and says so. */
export function reminder(parameters: Record<string, string>, locale: Locale): Letter {
  const { kind = '', name = '', organisation = '', round = '', leader = '', k = '', closes = '', link = '', tasks = '' } = parameters;
  if (kind === 'named')
    return {
      subject: m.mail_named_reminder_subject({ round }, { locale }),
      text: m.mail_named_text({ name, organisation, round, tasks, closes, link }, { locale }),
    };
  const words = { name, organisation, round, leader, k, closes, link };
  if (kind === 'last') return { subject: m.mail_last_subject({ round }, { locale }), text: m.mail_last_text(words, { locale }) };
  return { subject: m.mail_reminder_subject({ round }, { locale }), text: m.mail_reminder_text(words, { locale }) };
}
