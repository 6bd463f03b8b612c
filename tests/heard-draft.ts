// A draft of a framework that is ready to be heard, with bodies to ask, in the cast's first town.
import { newBlindId, newId } from '#base/ids.ts';
import { daysAfter, now } from '#base/time.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { beginTreatment } from '#rooms/frameworks/hearing/treatment/commands.server.ts';
import { saveOwnComment } from '#rooms/frameworks/hearing/confidential/commands.server.ts';
import { closeHearing } from '#rooms/frameworks/hearing/deadline/commands.server.ts';
import { openHearing } from '#rooms/frameworks/hearing/opening/commands.server.ts';
import type { CommentInput } from '#rooms/frameworks/hearing/schema.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import type { CastTown } from './cast.ts';

const LINES = [
  'Retning',
  'Du peger ud, hvor vi skal hen.',
  'Du siger det, før nogen spørger.',
  'Mod',
  'Du siger fra, når noget er forkert.',
];
export const HEARD: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Ledelse i Fjordby',
  date: '2026',
  levels: [],
  kinds: { competence: 'Dyd' },
  elements: [
    {
      id: 'retning',
      kind: 'competence',
      parent: null,
      level: null,
      title: LINES[0] ?? '',
      text: null,
      source: { lines: [1, 1] },
    },
    {
      id: 'retning/1',
      kind: 'expectation',
      parent: 'retning',
      level: null,
      title: null,
      text: LINES[1] ?? '',
      source: { lines: [2, 2] },
    },
    {
      id: 'retning/2',
      kind: 'expectation',
      parent: 'retning',
      level: null,
      title: null,
      text: LINES[2] ?? '',
      source: { lines: [3, 3] },
    },
    { id: 'mod', kind: 'competence', parent: null, level: null, title: LINES[3] ?? '', text: null, source: { lines: [4, 4] } },
    {
      id: 'mod/1',
      kind: 'expectation',
      parent: 'mod',
      level: null,
      title: null,
      text: LINES[4] ?? '',
      source: { lines: [5, 5] },
    },
  ],
  unplaced: [],
  furniture: [],
  repairs: [],
  repeats: [],
  text: LINES.join('\n'),
};

export type HeardDraft = {
  versionId: string;
  frameworkId: string;
  statements: Map<string, string>;
  /** The committee (Tom, Henrik) may answer; the forum (Birgitte) may answer; the council may only approve. */
  bodies: { committee: string; forum: string; council: string };
};

/** Makes the draft and the bodies. */
export async function settleDraft(town: CastTown): Promise<HeardDraft> {
  const bodies = { committee: newId(), forum: newId(), council: newId() };
  const organisation = town.organisation.id;
  const created = await town.web.transaction(async (tx) => {
    const plan = [
      { id: bodies.committee, name: 'Hovedudvalget', kind: 'med', right: 'answer', members: ['Tom', 'Henrik'] },
      { id: bodies.forum, name: 'Chefforum', kind: 'management', right: 'answer', members: ['Birgitte'] },
      { id: bodies.council, name: 'Byrådet', kind: 'political', right: 'approve', members: ['Jonas'] },
    ];
    for (const [position, body] of plan.entries()) {
      const { id, name, kind } = body;
      await tx.insertInto('framework_bodies').values({ organisation_id: organisation, id, name, kind, position }).execute();
      await tx
        .insertInto('framework_body_rights')
        .values({ organisation_id: organisation, body_id: id, right: body.right })
        .execute();
      for (const member of body.members)
        await tx
          .insertInto('framework_body_members')
          .values({ organisation_id: organisation, body_id: id, person_id: town.people[member] ?? '' })
          .execute();
    }
    return createFromDraft(tx, HEARD, { publish: false });
  });
  return { ...created, statements: created.statementIds, bodies };
}

/** Opens a hearing as Lene of HR: both bodies and employees, for nine weeks. */
export async function openAsLene(town: CastTown, draft: HeardDraft, changes: { employees?: boolean } = {}): Promise<string> {
  return openHearing(
    town.member('Lene'),
    { versionId: draft.versionId, hearingId: newId() },
    {
      title: 'Høring om ledelse',
      letter: 'Vi vil gerne høre, om det er til at forstå.',
      contact: 'hr@fjordby.example',
      bodies: [draft.bodies.committee, draft.bodies.forum],
      employees: changes.employees ?? true,
    },
    daysAfter(now(), 63),
  );
}

/** A comment as a form sends it. */
export function comment(text: string, statementId: string | null = null): CommentInput {
  return { id: newBlindId(), statementId, text, revision: 0 };
}

/** The named employees each write one comment in confidence. */
export async function writeInConfidence(town: CastTown, hearing: string, names: readonly string[]): Promise<void> {
  for (const name of names)
    await saveOwnComment(town.member(name), hearing, comment(`Ord fra en af os, nummer ${name.length}${name}`));
}

/** Lene closes the hearing and begins to treat it. */
export async function closeAndTreat(town: CastTown, hearing: string): Promise<void> {
  await closeHearing(town.member('Lene'), hearing, 'Alle har svaret.');
  await beginTreatment(town.member('Lene'), hearing);
}
