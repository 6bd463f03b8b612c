import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that says that a hearing's deadline was moved, or that it was closed before time. */
export function hearingDeadline(parameters: Record<string, string>, locale: Locale): Letter {
  const { kind = '', name = '', organisation = '', hearing = '', closes = '', reason = '', link = '' } = parameters;
  const why = reason === '' ? '' : `${m.hearing_mail_reason({ reason }, { locale })}\n\n`;
  const words = { name, organisation, hearing, closes, link, why };
  return kind === 'closed'
    ? { subject: m.hearing_mail_closed_subject({ hearing }, { locale }), text: m.hearing_mail_closed_text(words, { locale }) }
    : { subject: m.hearing_mail_extended_subject({ hearing }, { locale }), text: m.hearing_mail_extended_text(words, { locale }) };
}
