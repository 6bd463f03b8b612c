import nodemailer, { type Transporter } from 'nodemailer';
import { environment } from '#environment';
import { errorFields, log } from '#base/log.ts';
import { asLocale } from '#base/text.ts';
import { now } from '#base/time.ts';
import type { Tenant, Tx } from '#database/tenant.ts';
import { LETTERS } from './templates/letters.ts';
import type { Letter, Template } from './schema.ts';

const MOST_ATTEMPTS = 5;
type Waiting = { id: string; template: string; address: string; language: string; parameters: unknown; attempts: number };

/**
 * Sends what waits in the organisation's outbox. Without a mail server each mail is kept and can be read in the outbox page of a demo.
 * Parameters (links, codes) are wiped when a mail has left.
 */
export async function sendWaiting(tenant: Tenant, smtpUrl: string | undefined = environment.SMTP_URL): Promise<{ sent: number; kept: number; failed: number }> {
  const done = { sent: 0, kept: 0, failed: 0 };
  const transport = smtpUrl === undefined ? null : nodemailer.createTransport(smtpUrl, { from: environment.MAIL_FROM });
  try {
    for (;;) {
      const batch = await tenant.transaction((tx) => takeWaiting(tx));
      // What failed waits for the next regular look, so that a mail server that is down is not hammered.
      if (batch.length === 0 || done.failed > 0) return done;
      for (const message of batch) {
        if (transport === null) await tenant.transaction((tx) => mark(tx, message.id, { kept_at: now() }));
        else done[await sendOne(tenant, transport, message)]++;
        if (transport === null) done.kept++;
      }
    }
  } finally {
    transport?.close();
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
    await tenant.transaction((tx) => mark(tx, message.id, { sent_at: now(), parameters: null }));
    return 'sent';
  } catch (error) {
    const fields = errorFields(error);
    log.warn('mail not sent', { id: message.id, ...fields });
    if (message.attempts + 1 >= MOST_ATTEMPTS)
      await tenant.transaction((tx) => mark(tx, message.id, { failed_at: now(), failure: fields.code ?? fields.error ?? 'unknown' }));
    return 'failed';
  }
}

type Marks = { sent_at?: Date; kept_at?: Date; failed_at?: Date; failure?: string; parameters?: null };

async function mark(tx: Tx, id: string, marks: Marks): Promise<void> {
  await tx.updateTable('messages').set(marks).where('id', '=', id).execute();
}

/** The mail's words, from its template and parameters. */
export function write(message: { template: string; language: string; parameters: unknown }): Letter {
  const parameters = (message.parameters ?? {}) as Record<string, string>;
  const writer = LETTERS[message.template as Template];
  if (writer === undefined) throw new Error(`no template ${message.template}`);
  return writer(parameters, asLocale(message.language) ?? 'da');
}
