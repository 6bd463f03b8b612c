import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { namedAnswers } from '#rooms/rounds/named/read.server.ts';
import { roundQuestions, roundThemes } from '#rooms/rounds/questions/read.server.ts';
import { roundFacts, roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import { personScore } from '#statistics/scale-score.ts';
import { contextNotes } from '../context/read.server.ts';
import { unitsLed } from '../context/rules.ts';
import type { ContextNote } from '../context/schema.ts';
import { shownAbout } from '../read.server.ts';
import { SCALE, type LedgerRow, type ShownFigure } from '../schema.ts';

export type ReportQuestion = {
  code: string;
  wording: string;
  others: ShownFigure | null;
  self: number | null;
  superior: number | null;
};
export type ReportTheme = {
  theme: string;
  name: string;
  /** Null where too few answered for anything to be shown. */
  n: number | null;
  others: ShownFigure | null;
  self: number | null;
  superior: number | null;
  questions: ReportQuestion[];
};

/** A leader's report as it is shown: figures from the ledger, and beside them what was answered with a name. */
export type Report = {
  round: { id: string; title: string; closedAt: Date | null; k: number };
  leader: { id: string; personId: string; name: string; title: string; unit: string };
  /** The person who is the nearest leader above, and the name when that person has answered. */
  superiorId: string | null;
  superiorName: string | null;
  invited: number | null;
  /** Whether anything of the others' answers is shown. */
  shown: boolean;
  themes: ReportTheme[];
  /** What the leader has said was special in the period, for each unit. */
  notes: ContextNote[];
};

/** The report about one leader of a round; null when the round has no such leader. Says nothing about who may read it. */
export async function reportOf(tx: Tx, roundId: string, leaderId: string): Promise<Report | null> {
  const round = await roundFacts(tx, roundId);
  const leaders = await roundLeaders(tx, roundId);
  const leader = leaders.find((one) => one.id === leaderId);
  if (round === null || leader === undefined) return null;
  const nodes = new Map((await roundNodes(tx, roundId)).map((node) => [node.id, node.name]));
  const rows = await shownAbout(tx, roundId, 'own', leaderId);
  const named = (await namedAnswers(tx, roundId)).filter((answer) => answer.leaderId === leaderId);
  const answersOf = (relation: 'self' | 'superior') => named.find((answer) => answer.relation === relation)?.answers ?? null;
  const superior = answersOf('superior');
  return {
    round: { id: round.id, title: round.title, closedAt: round.closedAt, k: round.k },
    leader: { id: leader.id, personId: leader.personId, name: leader.name, title: leader.title, unit: unitOf(leader, nodes) },
    superiorId: leader.superiorId,
    superiorName: superior === null ? null : (leaders.find((one) => one.personId === leader.superiorId)?.name ?? null),
    invited: rows[0]?.invited ?? null,
    shown: rows.length > 0,
    themes: await themesOf(tx, roundId, rows, answersOf('self'), superior),
    notes: await contextNotes(tx, roundId, unitsLed(leader)),
  };
}

type Given = Record<string, number> | null;

async function themesOf(tx: Tx, roundId: string, rows: LedgerRow[], self: Given, superior: Given): Promise<ReportTheme[]> {
  const language = locale();
  const questions = new Map((await roundQuestions(tx, roundId)).map((question) => [question.code, question]));
  return (await roundThemes(tx, roundId)).map(({ theme, name, codes }) => {
    const row = rows.find((one) => one.theme === theme);
    return {
      theme,
      name: name[language],
      n: row?.n ?? null,
      others: row?.figures.theme ?? null,
      self: ownScore(self, codes),
      superior: ownScore(superior, codes),
      questions: codes.map((code) => ({
        code,
        wording: questions.get(code)?.wording[language].other ?? code,
        others: row?.figures.items[code] ?? null,
        self: onScale(self?.[code]),
        superior: onScale(superior?.[code]),
      })),
    };
  });
}

/** A named person's own figure on a theme, with one decimal; null when fewer than half of the questions were answered. */
function ownScore(answers: Given, codes: string[]): number | null {
  const score =
    answers === null
      ? null
      : personScore(
          codes.map((code) => onScale(answers[code])),
          SCALE,
        );
  return score === null ? null : Math.round(Number((score * 10).toPrecision(12))) / 10;
}

function onScale(answer: number | undefined): number | null {
  return answer !== undefined && answer >= SCALE.lowest && answer <= SCALE.highest ? answer : null;
}

function unitOf(leader: { nodeId: string; leads: string[] }, nodes: Map<string, string>): string {
  const led = leader.leads.flatMap((node) => nodes.get(node) ?? []);
  return led.length > 0 ? led.join(', ') : (nodes.get(leader.nodeId) ?? '');
}
