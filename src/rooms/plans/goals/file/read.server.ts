import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { aimInWords } from '../aims/rules.ts';
import { indicatorsOf } from '../indicators/read.server.ts';
import { goalOf } from '../read.server.ts';
import { valuesFile } from './rules.ts';

/** The figures of a goal as a file; null when the goal is not there. */
export async function goalFile(tx: Tx, goalId: string): Promise<string | null> {
  if ((await goalOf(tx, goalId)) === null) return null;
  return valuesFile(await indicatorsOf(tx, goalId), {
    columns: [
      m.goals_indicator(),
      m.goals_column_day(),
      m.goals_column_value(),
      m.goals_column_measure(),
      m.goals_column_aim(),
      m.goals_column_note(),
    ],
    aim: aimInWords,
  });
}
