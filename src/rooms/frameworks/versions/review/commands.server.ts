import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { dayInWords, localDate, now } from '#base/time.ts';
import { inTenant, organisationOf, type Tenant, type Tx } from '#database/tenant.ts';
import { environment } from '#environment';
import { postAll } from '#rooms/messages/write.server.ts';
import { organisationById } from '#rooms/organisations/read.server.ts';
import { liveOrganisation } from '#rooms/people/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../../policy.ts';
import { readDate } from '../../steps/dates/rules.ts';
import { latestPublished } from '../read.server.ts';
import { reviewsToTell } from './read.server.ts';

/** Chooses the day by which a framework is to be looked at; '' goes back to four years after its date. */
export async function saveReview(member: Member, frameworkId: string, due: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const date = readDate(due);
  if (due.trim() !== '' && date === null) throw new Problem('invalid', '', { due: m.versions_problem_day() });
  if (date !== null && date.last < localDate(now())) throw new Problem('invalid', '', { due: m.versions_problem_past() });
  await inTenant(member, async (tx) => {
    const version = found(await latestPublished(tx, frameworkId));
    await tx.deleteFrom('framework_reviews').where('framework_id', '=', frameworkId).execute();
    if (date !== null)
      await tx
        .insertInto('framework_reviews')
        .values({
          organisation_id: member.organisation.id,
          framework_id: frameworkId,
          due_on: date.last,
          set_by_name: member.name,
        })
        .execute();
    const actor = { personId: member.personId, name: member.name };
    await record(tx, actor, {
      action: 'framework.review_set',
      object: { kind: 'framework', id: frameworkId, name: version.title },
    });
  });
}

/** Tells the editors by mail which frameworks are to be looked at: once for each day it is due. */
export async function tellOfReviews(tenant: Tenant): Promise<number> {
  return tenant.transaction(async (tx) => {
    const reviews = await reviewsToTell(tx);
    if (reviews.length === 0) return 0;
    const editors = await editorsOf(tx);
    const organisation = await organisationOf(tx);
    const { slug } = found(await organisationById(tx, organisation));
    const origin = (environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '');
    for (const { version, dueOn } of reviews) {
      await tx
        .insertInto('framework_review_reminders')
        .values({ organisation_id: organisation, framework_id: version.frameworkId, due_on: dueOn })
        .execute();
      await postAll(
        tx,
        editors.map(({ name, email, language }) => ({
          template: 'framework_review',
          address: email,
          language,
          parameters: {
            name,
            framework: version.title,
            due: dayInWords(dueOn, language),
            link: `${origin}/${slug}/frameworks/${version.frameworkId}`,
          },
        })),
      );
    }
    return reviews.length;
  });
}

async function editorsOf(tx: Tx): Promise<{ name: string; email: string; language: 'da' | 'en' }[]> {
  const rows = await tx.selectFrom('role_assignments').select('person_id').where('role', 'in', ['editor', 'hr']).execute();
  const ids = new Set(rows.map((row) => row.person_id));
  const { persons } = await liveOrganisation(tx);
  return persons.flatMap(({ id, name, email, language }) => (ids.has(id) && email !== null ? [{ name, email, language }] : []));
}
