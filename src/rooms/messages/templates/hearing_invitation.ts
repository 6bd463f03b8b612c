import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that asks the members of a body to answer a hearing. */
export function hearingInvitation(parameters: Record<string, string>, locale: Locale): Letter {
  const { name = '', organisation = '', hearing = '', body = '', closes = '', contact = '', link = '' } = parameters;
  const questions = contact === '' ? '' : `${m.hearing_mail_contact({ contact }, { locale })}\n`;
  return {
    subject: m.hearing_mail_invitation_subject({ hearing }, { locale }),
    text: m.hearing_mail_invitation_text({ name, organisation, hearing, body, closes, link, questions }, { locale }),
  };
}
