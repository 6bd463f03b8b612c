import { newId } from '#base/ids.ts';
import type { Connection } from '#database/connection.ts';
import { mintTenant } from '#database/tenant.ts';
import { assignRoles, insertPeople } from '#rooms/people/write.server.ts';

/** Makes an invented organisation with nothing in it but its HR consultant: where a newcomer can try the whole way from the start. */
export async function loadEmpty(worker: Connection, target: { slug: string; name: string }): Promise<void> {
  const { id } = await worker.kysely.insertInto('organisations').values(target).returning('id').executeTakeFirstOrThrow();
  await mintTenant(worker, id).transaction(async (tx) => {
    await tx.insertInto('demonstrations').values({ organisation_id: id, seed: 0, employees: 0 }).execute();
    await tx.insertInto('organisation_settings').values({ organisation_id: id }).execute();
    const personId = newId();
    await insertPeople(tx, {
      persons: [{ id: personId, name: 'Lene Kragh', email: `lene@${target.slug}.example`, language: 'da' }],
    });
    await assignRoles(tx, [
      { personId, role: 'hr' },
      { personId, role: 'editor' },
    ]);
    const description = {
      da: 'HR-konsulent i en helt ny organisation. Prøv hele vejen.',
      en: 'HR consultant in a brand-new organisation. Try the whole way.',
    };
    await tx
      .insertInto('personas')
      .values({ organisation_id: id, person_id: personId, position: 0, description: JSON.stringify(description) })
      .execute();
  });
}
