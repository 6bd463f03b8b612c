import nodemailer, { type Transporter } from 'nodemailer';
import { environment } from '#environment';
import { errorFields, log } from '#base/log.ts';
import { asLocale } from '#base/text.ts';
import { now, stopwatch } from '#base/time.ts';
import type { Tenant, Tx } from '#database/tenant.ts';
import { LETTERS } from './templates/letters.ts';
import type { Letter, Template } from './schema.ts';

const MOST_ATTEMPTS = 5;
/** Well under the fifteen minutes after which the queue thinks that a job has died: another beside it would send the same mails. */
const LONGEST_MS = 300_000;
type Sent = { sent: number; kept: number; failed: number };
type Waiting = { id: string; template: string; address: string; language: string; parameters: unknown; attempts: number };

/**
 * Sends what waits in the organisation's outbox. Without a mail server each mail is kept and can be read in the outbox page of a demo.
 * Parameters (links, codes) are wiped when a mail has left. What is left after a while waits for the next regular look.
 */
export async function sendWaiting(
  tenant: Tenant,
  smtpUrl: string | undefined = environment.SMTP_URL,
  longestMs: number = LONGEST_MS,
): Promise<Sent> {
  const done = { sent: 0, kept: 0, failed: 0 };
  const until = stopwatch() + longestMs;
  const transport = smtpUrl === undefined ? null : nodemailer.createTransport(smtpUrl, { from: environment.MAIL_FROM });
  try {
    let batch: Waiting[];
    do {
      batch = await tenant.transaction((tx) => takeWaiting(tx));
      if (transport === null) done.kept += await keep(tenant, batch);
      else await sendUntil(tenant, transport, { batch, until, done });
      // What failed waits for the next regular look, so that a mail server that is down is not hammered.
    } while (batch.length > 0 && done.failed === 0 && stopwatch() < until);
    return done;
  } finally {
    transport?.close();
  }
}

async function keep(tenant: Tenant, batch: readonly Waiting[]): Promise<number> {
  if (batch.length > 0) await tenant.transaction((tx) => mark(tx, batch, { kept_at: now() }));
  return batch.length;
}

/** Sends one mail at least. */
async function sendUntil(
  tenant: Tenant,
  transport: Transporter,
  work: { batch: readonly Waiting[]; until: number; done: Sent },
): Promise<void> {
  for (const [at, message] of work.batch.entries()) {
    work.done[await sendOne(tenant, transport, message)]++;
    const rest = work.batch.slice(at + 1);
    if (rest.length > 0 && stopwatch() >= work.until) return tenant.transaction((tx) => putBack(tx, rest));
  }
}

/** Counting the attempt first means that a killed worker can at worst send a mail twice, never loop on it for ever. */
async function takeWaiting(tx: Tx): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom('messages')
    .select(['id', 'template', 'address', 'language', 'parameters', 'attempts'])
    .where('sent_at', 'is', null)
    .where('kept_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('queued_at')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length > 0)
    await tx
      .updateTable('messages')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('id', 'in', rows.map((row) => row.id))
      .execute();
  return rows;
}

async function sendOne(tenant: Tenant, transport: Transporter, message: Waiting): Promise<'sent' | 'failed'> {
  const letter = write(message);
  try {
    await transport.sendMail({ from: environment.MAIL_FROM, to: message.address, subject: letter.subject, text: letter.text });
    await tenant.transaction((tx) => mark(tx, [message], { sent_at: now(), parameters: null }));
    return 'sent';
  } catch (error) {
    const fields = errorFields(error);
    log.warn('mail not sent', { id: message.id, ...fields });
    if (message.attempts + 1 >= MOST_ATTEMPTS)
      await tenant.transaction((tx) => mark(tx, [message], { failed_at: now(), failure: fields.code ?? fields.error ?? 'unknown' }));
    return 'failed';
  }
}

type Marks = { sent_at?: Date; kept_at?: Date; failed_at?: Date; failure?: string; parameters?: null };

async function mark(tx: Tx, messages: readonly Waiting[], marks: Marks): Promise<void> {
  await tx.updateTable('messages').set(marks).where('id', 'in', messages.map(({ id }) => id)).execute();
}

/** Mails that were taken and not tried have had no attempt. */
async function putBack(tx: Tx, messages: readonly Waiting[]): Promise<void> {
  await tx
    .updateTable('messages')
    .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
    .where('id', 'in', messages.map(({ id }) => id))
    .execute();
}

/** The mail's words, from its template and parameters. */
export function write(message: { template: string; language: string; parameters: unknown }): Letter {
  const parameters = (message.parameters ?? {}) as Record<string, string>;
  const writer = LETTERS[message.template as Template];
  if (writer === undefined) throw new Error(`no template ${message.template}`);
  return writer(parameters, asLocale(message.language) ?? 'da');
}
