import { newId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import type { Outgoing } from './schema.ts';

/** Queues a mail in the transaction of what it is about. */
export async function post(tx: Tx, outgoing: Outgoing): Promise<void> {
  await postAll(tx, [outgoing]);
}

/** Queues many mails at once. */
export async function postAll(tx: Tx, letters: Outgoing[]): Promise<void> {
  if (letters.length === 0) return;
  const organisation = await organisationOf(tx);
  const rows = letters.map((letter) => ({
    organisation_id: organisation,
    id: newId(),
    template: letter.template,
    address: letter.address,
    language: letter.language,
    parameters: JSON.stringify(letter.parameters),
  }));
  for (let start = 0; start < rows.length; start += 1000)
    await tx.insertInto('messages').values(rows.slice(start, start + 1000)).execute();
  await enqueue(tx, 'messages.send', { organisation }, { singletonKey: `messages-${organisation}`, singletonSeconds: 1, singletonNextSlot: true });
}
