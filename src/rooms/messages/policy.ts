type Asking = { has: (...anyOf: 'hr'[]) => boolean; organisation: { demo: boolean } };

/** May follow whether the organisation's mails have been sent. */
export function maySeeOutbox(member: Asking): boolean {
  return member.has('hr');
}

/** May read the mails themselves, with their links and codes: only those of an invented organisation, on an installation that is a demo. */
export function mayReadLetters(member: Asking, installation: { demo: boolean }): boolean {
  return maySeeOutbox(member) && member.organisation.demo && installation.demo;
}
