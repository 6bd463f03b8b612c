import { createHash } from 'node:crypto';
import { found } from '#base/errors.ts';
import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { closingOf, latestManifest } from '../manifest/read.server.ts';
import { excerpt } from '../manifest/rules.ts';
import type { ManifestExcerpt } from '../manifest/schema.ts';
import { minutesFor } from '../questions/rules.ts';
import { codeHash, linkOf } from './rules.ts';
import type { ReadCode } from './schema.ts';
import { invitationSecret } from './write.server.ts';

type Wordings = Record<'da' | 'en', { other: string } | undefined>;
type Names = Record<'da' | 'en', string | undefined>;
export type PaperQuestion = { code: string; theme: string; themeName: Names; wording: Wordings };

/** What a person needs to see before and while answering. */
export type BallotPaper = {
  title: string;
  information: {
    purpose: string;
    legalBasis: string;
    contact: string;
    recipients: string;
    retention: string;
    categories: string;
  };
  leader: { name: string; title: string; unit: string };
  /** The node whose pool the answer counts in, when too few are invited to the leader's own group; else null. */
  pooledIn: string | null;
  k: number;
  sees: { superior: boolean; hr: boolean; employees: boolean };
  state: 'preparing' | 'open' | 'closed';
  closesAt: Date | null;
  questions: PaperQuestion[];
  /** How long it takes to answer them. */
  minutes: number;
  excerpt: ManifestExcerpt | null;
  manifestHash: Buffer | null;
  /** The program's hash as it was when the round was launched. */
  launchedWith: string | null;
  /** Names this invitation's things in the browser, so that two people who share one do not meet each other's. Says nothing else. */
  slot: string;
};

/** The answer page of one invitation. */
export async function ballotPaper(tx: Tx, roundId: string, raterId: string): Promise<BallotPaper> {
  const row = found(await invitationRow(tx, roundId, raterId));
  const manifest = await latestManifest(tx, roundId);
  const closing = await closingOf(tx, roundId);
  const questions = await questionsOf(tx, roundId);
  return {
    title: row.title,
    information: {
      purpose: row.purpose,
      legalBasis: row.legal_basis,
      contact: row.contact,
      recipients: row.recipients,
      retention: row.retention,
      categories: row.categories,
    },
    leader: { name: row.leader, title: row.leader_title, unit: row.unit },
    pooledIn: row.group_leader === null ? row.pool_node : null,
    k: row.k,
    sees: { superior: row.superior_sees, hr: row.hr_sees, employees: row.employees_see },
    state: closing === null ? 'preparing' : closing.closesAt <= now() ? 'closed' : 'open',
    closesAt: closing?.closesAt ?? row.closes_at,
    questions,
    minutes: minutesFor(questions.length),
    excerpt: manifest === null ? null : excerpt(manifest, manifest.signature, manifest.signingKey, row.group_id),
    manifestHash: manifest?.hash ?? null,
    launchedWith: manifest?.head.bundle ?? null,
    slot: createHash('sha256')
      .update(`slot ${await organisationOf(tx)} ${raterId}`)
      .digest('hex')
      .slice(0, 16),
  };
}

/** The invitation that a link opens; null when there is none. */
export async function invitationByLink(tx: Tx, linkHash: Buffer): Promise<{ raterId: string; roundId: string } | null> {
  const row = await tx.selectFrom('round_raters').select(['id', 'round_id']).where('link_hash', '=', linkHash).executeTakeFirst();
  return row === undefined ? null : { raterId: row.id, roundId: row.round_id };
}

/** The link of the invitation that a printed code opens; null when there is none. */
export async function linkByCode(tx: Tx, code: ReadCode): Promise<string | null> {
  const hash = codeHash(invitationSecret(), code.text);
  const row = await tx.selectFrom('round_raters').select('id').where('code_hash', '=', hash).executeTakeFirst();
  return row === undefined ? null : linkOf(invitationSecret(), await organisationOf(tx), row.id).text;
}

async function invitationRow(tx: Tx, roundId: string, raterId: string) {
  return tx
    .selectFrom('round_raters as p')
    .innerJoin('rounds as r', (join) =>
      join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.id', '=', 'p.round_id'),
    )
    .innerJoin('round_leaders as l', (join) =>
      join
        .onRef('l.organisation_id', '=', 'p.organisation_id')
        .onRef('l.round_id', '=', 'p.round_id')
        .onRef('l.id', '=', 'p.leader_id'),
    )
    .innerJoin('round_nodes as u', (join) =>
      join
        .onRef('u.organisation_id', '=', 'l.organisation_id')
        .onRef('u.round_id', '=', 'l.round_id')
        .onRef('u.id', '=', 'l.node_id'),
    )
    .innerJoin('round_groups as g', (join) =>
      join
        .onRef('g.organisation_id', '=', 'p.organisation_id')
        .onRef('g.round_id', '=', 'p.round_id')
        .onRef('g.id', '=', 'p.group_id'),
    )
    .innerJoin('round_nodes as n', (join) =>
      join
        .onRef('n.organisation_id', '=', 'g.organisation_id')
        .onRef('n.round_id', '=', 'g.round_id')
        .onRef('n.id', '=', 'g.node_id'),
    )
    .select([
      'r.title',
      'r.purpose',
      'r.legal_basis',
      'r.contact',
      'r.recipients',
      'r.retention',
      'r.categories',
      'r.k',
      'r.closes_at',
    ])
    .select(['r.superior_sees', 'r.hr_sees', 'r.employees_see', 'l.name as leader', 'l.title as leader_title', 'u.name as unit'])
    .select(['p.group_id', 'g.leader_id as group_leader', 'n.name as pool_node'])
    .where('p.round_id', '=', roundId)
    .where('p.id', '=', raterId)
    .executeTakeFirst();
}

async function questionsOf(tx: Tx, roundId: string): Promise<PaperQuestion[]> {
  const rows = await tx
    .selectFrom('round_questions')
    .select(['code', 'theme', 'theme_name', 'wording'])
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    theme: row.theme,
    themeName: row.theme_name as Names,
    wording: row.wording as Wordings,
  }));
}
