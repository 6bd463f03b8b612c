import { environment } from '#environment';

/** What a page may know of the installation: whether it is a demo, and whether mails stay in the outbox. */
export function installation(): { demo: boolean; mailsAreKept: boolean } {
  return { demo: environment.demo, mailsAreKept: environment.SMTP_URL === undefined };
}
