import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import type { MessageState } from './schema.ts';

/** A mail as the outbox lists it: never its words, links or codes. */
export type OutboxLine = { id: string; template: string; address: string; state: MessageState; queuedAt: Date; sentAt: Date | null; failure: string | null };

/** One page of the outbox, newest first, and how many mails the filter leaves. */
export async function outbox(
  tx: Tx,
  filter: { search: string; state: string },
  page: number,
  size: number,
): Promise<{ lines: OutboxLine[]; total: number }> {
  let query = tx.selectFrom('messages');
  if (filter.search !== '') query = query.where('address', 'ilike', `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`);
  if (filter.state === 'sent') query = query.where('sent_at', 'is not', null);
  if (filter.state === 'kept') query = query.where('kept_at', 'is not', null);
  if (filter.state === 'failed') query = query.where('failed_at', 'is not', null);
  if (filter.state === 'waiting') query = query.where((eb) => eb.and([eb('sent_at', 'is', null), eb('kept_at', 'is', null), eb('failed_at', 'is', null)]));
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['id', 'template', 'address', 'queued_at', 'sent_at', 'kept_at', 'failed_at', 'failure'])
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    lines: rows.map((row) => ({
      id: row.id,
      template: templateWords(row.template),
      address: row.address,
      state: stateOf(row),
      queuedAt: row.queued_at,
      sentAt: row.sent_at,
      failure: row.failure,
    })),
    total,
  };
}

function stateOf(row: { sent_at: Date | null; kept_at: Date | null; failed_at: Date | null }): MessageState {
  if (row.sent_at !== null) return 'sent';
  if (row.failed_at !== null) return 'failed';
  return row.kept_at === null ? 'waiting' : 'kept';
}

/** A mail with what its letter is written from, for the outbox of a demo. Null when there is none here. */
export async function messageContent(
  tx: Tx,
  id: string,
): Promise<{ template: string; templateWords: string; address: string; language: string; parameters: unknown; queuedAt: Date } | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom('messages')
    .select(['template', 'address', 'language', 'parameters', 'queued_at as queuedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, templateWords: templateWords(row.template) };
}

/** The mails to a person's address, for the person's own copy: what kind and when, not the words. */
export async function aboutMe(tx: Tx, address: string | null): Promise<{ kind: string; queuedAt: Date; sentAt: Date | null }[]> {
  if (address === null) return [];
  const rows = await tx
    .selectFrom('messages')
    .select(['template', 'queued_at as queuedAt', 'sent_at as sentAt'])
    .where((eb) => eb(eb.fn<string>('lower', ['address']), '=', address.toLowerCase()))
    .orderBy('queued_at')
    .execute();
  return rows.map(({ template, ...rest }) => ({ kind: templateWords(template), ...rest }));
}

/** What a kind of mail is called in the reader's language. */
function templateWords(template: string): string {
  const words = (m as Record<string, unknown>)[`messages_template_${template}`];
  return typeof words === 'function' ? String(words()) : template;
}
