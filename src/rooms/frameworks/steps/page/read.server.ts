import type { Tx } from '#database/tenant.ts';
import { localDate, now } from '#base/time.ts';
import { bodiesOf, requiredSteps } from '../../bodies/read.server.ts';
import type { Body } from '../../bodies/schema.ts';
import { readElements } from '../../draft/read.server.ts';
import { matrixOf } from '../../matrix/rules.ts';
import { levelsOf, statementsOf, versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';
import { latestPublished } from '../../versions/read.server.ts';
import { stepsLeadingTo } from '../chain/read.server.ts';
import { isInvited, stepsOf } from '../read.server.ts';
import { canRemove, missingBefore, refusalOf, stateOf } from '../rules.ts';
import { RECORDED_KINDS, RIGHT_FOR, type Step, type StepKind } from '../schema.ts';

export type StepsPage = {
  head: VersionHead;
  state: StepKind;
  draft: boolean;
  /** Can the reader read the version's words? */
  readable: boolean;
  levelled: boolean;
  hasMatrix: boolean;
  steps: (Step & { removable: boolean })[];
  /** What the reader may write down, and with which bodies; what is possible today stands first. */
  choices: { kind: StepKind; possible: boolean; bodies: { id: string; name: string }[] }[];
  missing: StepKind[];
  today: string;
};
export type StepsReader = { personId: string; edits: boolean };

/** What has happened to a version and what may come next; null when the reader may not see it. */
export async function readSteps(
  tx: Tx,
  address: { framework: string; version: string },
  reader: StepsReader,
): Promise<StepsPage | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework) return null;
  const invited = !reader.edits && (await isInvited(tx, reader.personId, head.versionId));
  const past = !isDraft(head) && (await latestPublished(tx, head.frameworkId)) !== null;
  if (!reader.edits && !invited && !past) return null;
  const steps = await stepsOf(tx, head.versionId);
  const readable = reader.edits || invited || head.publishedAt !== null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = readable ? await statementsOf(tx, head.versionId) : [];
  return {
    head,
    state: stateOf(head, steps),
    draft: isDraft(head),
    readable: readable && (await readElements(tx, head.versionId)).length > 0,
    levelled: statements.some((statement) => statement.level !== null),
    hasMatrix: matrixOf(statements, levels) !== null,
    steps: steps.map((step) => ({ ...step, removable: reader.edits && canRemove(head, steps, step) })),
    choices: choicesOf(steps, await bodiesOf(tx), reader),
    missing: isDraft(head) ? missingBefore('published', await stepsLeadingTo(tx, head.versionId), await requiredSteps(tx)) : [],
    today: localDate(now()),
  };
}

function choicesOf(steps: readonly Step[], bodies: readonly Body[], reader: StepsReader): StepsPage['choices'] {
  const today = localDate(now());
  return RECORDED_KINDS.flatMap((kind) => {
    const right = RIGHT_FOR[kind];
    const able = bodies.filter((body) => right === undefined || body.rights.includes(right));
    const own = able.filter((body) => right !== undefined && body.members.some((one) => one.personId === reader.personId));
    const offered = reader.edits ? able : own;
    if (!reader.edits && offered.length === 0) return [];
    const possible = refusalOf(steps, { kind, beganOn: today, endedOn: null }) === null;
    return [{ kind, possible, bodies: offered.map(({ id, name }) => ({ id, name })) }];
  });
}
