import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { roundQuestions, roundThemes } from '#rooms/rounds/questions/read.server.ts';
import { roundFacts, roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import { releaseOf, rollsShownToAll, shownAbout, shownSubjects } from '../read.server.ts';
import type { ShownFigure } from '../schema.ts';
import { readableRolls } from './rules.ts';

export type RollTheme = {
  theme: string;
  name: string;
  n: number | null;
  figure: ShownFigure | null;
  questions: { code: string; wording: string; figure: ShownFigure | null }[];
};

/** All answers below a unit, taken together. */
export type Roll = { node: { id: string; name: string; depth: number }; answered: number; invited: number; themes: RollTheme[] };

/** A unit in the tree: its roll-up can be opened, or it is part of a level above, or nothing above it is shown either. */
export type RollNode = { id: string; parentId: string | null; name: string; depth: number; state: 'open' | 'above' | 'none' };

/** The roll-up of one unit, from the ledger; null when there is none. Says nothing about who may read it. */
export async function rollOf(tx: Tx, roundId: string, nodeId: string): Promise<Roll | null> {
  const node = (await roundNodes(tx, roundId)).find((one) => one.id === nodeId);
  const rows = await shownAbout(tx, roundId, 'roll', nodeId);
  const [first] = rows;
  if (node === undefined || first === undefined) return null;
  const language = locale();
  const questions = new Map((await roundQuestions(tx, roundId)).map((question) => [question.code, question]));
  const themes = (await roundThemes(tx, roundId)).map(({ theme, name, codes }): RollTheme => {
    const row = rows.find((one) => one.theme === theme);
    return {
      theme,
      name: name[language],
      n: row?.n ?? null,
      figure: row?.figures.theme ?? null,
      questions: codes.map((code) => ({
        code,
        wording: questions.get(code)?.wording[language].other ?? code,
        figure: row?.figures.items[code] ?? null,
      })),
    };
  });
  return {
    node: { id: node.id, name: node.name, depth: node.depth },
    answered: first.figures.answered,
    invited: first.invited,
    themes,
  };
}

/** The tree of a round's units for somebody who may read the reports of the given leaders. Empty until there is a release. */
export async function rollTree(tx: Tx, roundId: string, readableLeaders: ReadonlySet<string>): Promise<RollNode[]> {
  const release = await releaseOf(tx, roundId);
  if (release === null || (await roundFacts(tx, roundId)) === null) return [];
  const nodes = (await roundNodes(tx, roundId)).filter((node) => node.unitCode !== '');
  const { roll } = await shownSubjects(tx, roundId);
  const open = readableRolls(
    await roundNodes(tx, roundId),
    await roundLeaders(tx, roundId),
    roll,
    await rollsShownToAll(tx, release.id),
    readableLeaders,
  );
  const states = new Map<string, RollNode['state']>();
  for (const node of nodes) {
    const above = node.parentId === null ? 'none' : states.get(node.parentId);
    states.set(node.id, open.has(node.id) ? 'open' : above === undefined || above === 'none' ? 'none' : 'above');
  }
  return nodes.map(({ id, parentId, name, depth }) => ({ id, parentId, name, depth, state: states.get(id) ?? 'none' }));
}
