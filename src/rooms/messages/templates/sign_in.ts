import { m, type Locale } from '#base/text.ts';
import type { Letter } from '../schema.ts';

/** The mail with a link to sign in with. */
export function signIn(parameters: Record<string, string>, locale: Locale): Letter {
  const { name = '', link = '', organisation = '' } = parameters;
  return {
    subject: m.messages_sign_in_subject({ organisation }, { locale }),
    text: m.messages_sign_in_text({ name, link, organisation }, { locale }),
  };
}
