import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail that tells an editor that a framework is to be looked at again. */
export function frameworkReview(parameters: Record<string, string>, locale: Locale): Letter {
  const { name = '', framework = '', due = '', link = '' } = parameters;
  return {
    subject: m.versions_mail_subject({ framework }, { locale }),
    text: m.versions_mail_text({ name, framework, due, link }, { locale }),
  };
}
