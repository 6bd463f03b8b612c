import type { Tx } from '#database/tenant.ts';
import { postAll } from '#rooms/messages/write.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { addressOf, type Addressee } from '../../mail/read.server.ts';
import type { NoteFrame } from '../schema.ts';

/** Tells people by mail of a note they can read: that it is there, or that it was corrected. */
export async function tellOfNote(
  tx: Tx,
  member: Member,
  note: Pick<NoteFrame, 'id' | 'unit'> & { title: string; kind: 'shared' | 'corrected' },
  people: readonly Addressee[],
): Promise<void> {
  const link = await addressOf(tx, `decisions/${note.id}`);
  await postAll(
    tx,
    people.flatMap(({ personId, name, email, language }) =>
      email === null || personId === member.personId
        ? []
        : [
            {
              template: 'decision_note' as const,
              address: email,
              language,
              parameters: { kind: note.kind, name, by: member.name, unit: note.unit, title: note.title, link },
            },
          ],
    ),
  );
}
