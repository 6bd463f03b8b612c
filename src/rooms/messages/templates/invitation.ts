import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that asks somebody to answer: confidentially about a leader, or with their name. */
export function invitation(parameters: Record<string, string>, locale: Locale): Letter {
  const { kind = '', name = '', organisation = '', round = '', leader = '', pool = '', k = '', closes = '', fingerprint = '', minutes = '', link = '', tasks = '' } = parameters;
  if (kind === 'named')
    return {
      subject: m.mail_named_subject({ round }, { locale }),
      text: m.mail_named_text({ name, organisation, round, tasks, closes, link }, { locale }),
    };
  const pooled = pool === '' ? '' : `${m.mail_pool({ leader, pool, k }, { locale })}\n\n`;
  // A mail that was queued before it said how long it takes.
  const takes = minutes === '' ? '' : ` ${m.mail_takes({ minutes }, { locale })}`;
  return {
    subject: m.mail_invitation_subject({ round }, { locale }),
    text: m.mail_invitation_text({ name, organisation, leader, takes, pooled, k, closes, fingerprint, link }, { locale }),
  };
}
