import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that tells people of a decision note that concerns them: that it is there, or that it was corrected. */
export function decisionNote(parameters: Record<string, string>, locale: Locale): Letter {
  const { kind = '', name = '', by = '', unit = '', title = '', link = '' } = parameters;
  const words = { name, by, unit, title, link };
  return kind === 'corrected'
    ? { subject: m.decisions_mail_corrected_subject({ title }, { locale }), text: m.decisions_mail_corrected_text(words, { locale }) }
    : { subject: m.decisions_mail_subject({ unit, title }, { locale }), text: m.decisions_mail_text(words, { locale }) };
}
