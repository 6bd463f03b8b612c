import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that says a round's results can be read: a link to them, never a figure. */
export function releaseReady(parameters: Record<string, string>, locale: Locale): Letter {
  const { name = '', round = '', link = '' } = parameters;
  return {
    subject: m.results_mail_subject({ round }, { locale }),
    text: m.results_mail_text({ name, round, link }, { locale }),
  };
}
