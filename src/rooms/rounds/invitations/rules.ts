import { inWords } from '#base/time.ts';
import { m, type Locale } from '#base/text.ts';
import type { Outgoing } from '#rooms/messages/schema.ts';

/** What all mails of a round have in common. */
export type MailFrame = {
  origin: string;
  organisation: string;
  slug: string;
  round: string;
  k: number;
  closesAt: Date;
  fingerprint: string;
  /** How long it takes to answer. */
  minutes: number;
};
export type Invited = { name: string; email: string; language: Locale; leader: string; pool: string | null; link: string };
export type Dutiful = {
  name: string;
  email: string;
  language: Locale;
  about: { relation: 'self' | 'superior'; leader: string }[];
};

/** The mail that asks for confidential answers about one's leader, or reminds of it. */
export function confidentialMail(
  template: 'invitation' | 'reminder',
  frame: MailFrame,
  invited: Invited,
  last = false,
): Outgoing {
  return {
    template,
    address: invited.email,
    language: invited.language,
    parameters: {
      kind: last ? 'last' : 'confidential',
      name: invited.name,
      organisation: frame.organisation,
      round: frame.round,
      leader: invited.leader,
      pool: invited.pool ?? '',
      k: String(frame.k),
      closes: inWords(frame.closesAt, invited.language),
      fingerprint: frame.fingerprint,
      minutes: String(frame.minutes),
      link: `${frame.origin}/answer/open/${invited.link}`,
    },
  };
}

/** The mail that asks a leader for the answers given with a name, or reminds of them. */
export function namedMail(template: 'invitation' | 'reminder', frame: MailFrame, dutiful: Dutiful): Outgoing {
  const locale = { locale: dutiful.language };
  const tasks = dutiful.about.map(({ relation, leader }) =>
    relation === 'self' ? m.mail_named_about_self({}, locale) : m.mail_named_about_leader({ leader }, locale),
  );
  return {
    template,
    address: dutiful.email,
    language: dutiful.language,
    parameters: {
      kind: 'named',
      name: dutiful.name,
      organisation: frame.organisation,
      round: frame.round,
      tasks: tasks.map((task) => `– ${task}`).join('\n'),
      closes: inWords(frame.closesAt, dutiful.language),
      link: `${frame.origin}/${frame.slug}/me`,
    },
  };
}

/** The beginning of the manifest's hash in groups of four, short enough to compare by eye. */
export function fingerprint(hash: string): string {
  return (hash.slice(0, 24).match(/.{4}/g) ?? []).join(' ');
}
