import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { currentVersions } from '#rooms/frameworks/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { unitsOfToday } from '../../reach/read.server.ts';
import { currentStatements, statementChoices } from '../../statements/read.server.ts';
import type { RestsOn } from '../../statements/schema.ts';
import { offerUnits } from '../../units/rules.ts';
import type { OfferedUnits } from '../../units/schema.ts';
import type { ActivityChoices } from '../choices/schema.ts';
import { mayKeepYear } from '../policy.ts';
import { activityOf, mayRecord } from '../read.server.ts';
import type { Occurrence } from '../rule/schema.ts';
import { lastMissed, nextDue, timesToRecord, type Due } from '../rules.ts';
import type { Activity, ActivityPage } from '../schema.ts';

export type OpenedActivity = {
  activity: Activity;
  today: string;
  next: Due | null;
  missed: Due | null;
  times: Occurrence[];
  /** The time that is most likely meant: the one that passed, what goes on, else the next. */
  suggested: string;
  statements: RestsOn[];
  framework: { title: string; href: string } | null;
  /** Where in Pejling it is done. */
  doneAt: { page: Exclude<ActivityPage, ''>; href: string } | null;
  mayKeep: boolean;
  mayRecord: boolean;
};

/** An activity as a member reads it. */
export async function openActivity(tx: Tx, member: Member, activityId: string): Promise<OpenedActivity> {
  const activity = await activityOf(tx, activityId);
  const home = `/${member.organisation.slug}`;
  const today = localDate(now());
  const versions = await currentVersions(tx);
  const version = versions.find((one) => one.frameworkId === activity.frameworkId);
  const known = await currentStatements(tx, member.organisation.slug);
  const [next, missed] = [nextDue(activity, today), lastMissed(activity, today)];
  const times = timesToRecord(activity, today);
  return {
    activity,
    today,
    next,
    missed,
    times,
    suggested: missed?.from ?? times.findLast((time) => time.from <= today)?.from ?? times.at(-1)?.from ?? '',
    statements: activity.statements.flatMap((id) => known.get(id) ?? []),
    framework: version === undefined ? null : { title: version.title, href: `${home}/frameworks/${version.frameworkId}` },
    doneAt: doneAt(member, activity, home, version?.frameworkId ?? null),
    mayKeep: mayKeepYear(member),
    mayRecord: await mayRecord(tx, member, activity),
  };
}

/** What can be chosen for an activity that now lies with this unit. */
export async function activityChoices(tx: Tx, unitId: string | null): Promise<ActivityChoices> {
  return {
    units: await activityUnits(tx, { chosen: unitId === null ? [] : [unitId], search: '' }),
    statements: await statementChoices(tx),
  };
}

/** The units an activity can lie with, as far as they were searched for. */
export async function activityUnits(tx: Tx, asked: { chosen: string[]; search: string }): Promise<OfferedUnits> {
  return offerUnits(await unitsOfToday(tx), () => true, asked);
}

/** The page it is done on, where this member has such a page. */
function doneAt(member: Member, { page }: Activity, home: string, frameworkId: string | null): OpenedActivity['doneAt'] {
  if (page === '') return null;
  const framework = frameworkId === null ? null : `${home}/frameworks/${frameworkId}`;
  const hrefs: Record<Exclude<ActivityPage, ''>, string | null> = {
    rounds: `${home}/rounds`,
    hearings: `${home}/hearings`,
    goals: `${home}/goals`,
    decisions: `${home}/decisions`,
    expectations: `${home}/expectations`,
    review: framework && `${framework}#review`,
    translations: framework && `${framework}/translations`,
    // The health page is for those who look after the framework.
    health: framework !== null && member.has('editor', 'hr', 'management', 'med') ? `${framework}/health` : null,
  };
  const href = hrefs[page];
  return href === null ? null : { page, href };
}
