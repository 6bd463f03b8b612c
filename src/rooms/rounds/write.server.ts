import { newBlindId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { RoundInformation, RoundRules } from './schema.ts';

export type NewRound = {
  versionId: string;
  title: string;
  createdBy: string;
  createdAt?: Date;
  closesAt?: Date | null;
  information?: Partial<RoundInformation>;
} & Partial<RoundRules>;

/** Makes a round that nobody has been asked in yet. */
export async function createRound(tx: Tx, round: NewRound): Promise<string> {
  const id = newBlindId();
  await tx
    .insertInto('rounds')
    .values({
      organisation_id: await organisationOf(tx),
      id,
      version_id: round.versionId,
      title: round.title,
      created_by: round.createdBy,
      created_at: round.createdAt,
      closes_at: round.closesAt ?? null,
      k: round.k,
      middle: round.middle,
      asks_superior: round.asksSuperior,
      superior_sees: round.superiorSees,
      hr_sees: round.hrSees,
      employees_see: round.employeesSee,
      purpose: round.information?.purpose,
      legal_basis: round.information?.legalBasis,
      contact: round.information?.contact,
      recipients: round.information?.recipients,
      retention: round.information?.retention,
      categories: round.information?.categories,
    })
    .execute();
  return id;
}
