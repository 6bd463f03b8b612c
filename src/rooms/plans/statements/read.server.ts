import type { Tx } from '#database/tenant.ts';
import { currentVersions, statementsOf } from '#rooms/frameworks/read.server.ts';
import { statementHref } from '#rooms/frameworks/reading/schema.ts';
import { nameOf, partsOf } from './rules.ts';
import type { FrameworkChoice, RestsOn } from './schema.ts';

/** What can be chosen to rest on: the statements of every framework that holds today. */
export async function statementChoices(tx: Tx): Promise<FrameworkChoice[]> {
  const choices: FrameworkChoice[] = [];
  for (const { frameworkId, versionId, title } of await currentVersions(tx))
    choices.push({ frameworkId, versionId, title, parts: partsOf(await statementsOf(tx, versionId)) });
  return choices;
}

/** Statements as they read today, by id, with their address. What no framework that holds today has is not in it. */
export async function currentStatements(tx: Tx, organisation: string): Promise<Map<string, RestsOn>> {
  const known = new Map<string, RestsOn>();
  for (const { frameworkId, versionId, title } of await currentVersions(tx))
    for (const statement of await statementsOf(tx, versionId)) {
      const { statementId } = statement;
      const href = statementHref({ organisation, framework: frameworkId, version: versionId, statement: statementId });
      if (!known.has(statementId)) known.set(statementId, { statementId, name: nameOf(statement), framework: title, href });
    }
  return known;
}
