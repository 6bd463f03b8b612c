import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkNothingLost, type FrameworkDraft } from './open-format.ts';
import { structureDocument } from './structure-document.ts';

/* All texts here are invented. */

function draftOf(...lines: string[]): FrameworkDraft {
  const draft = structureDocument({ text: lines.join('\n'), pageOf: () => undefined, furnitureLines: new Set() }, 'grundlag.txt');
  checkNothingLost(draft);
  return draft;
}

describe('role sheets: the same themes unfolded once per level', () => {
  const cells = {
    Direktør: [
      'Sætter rammen for budgettet og forklarer den bredt',
      'Rejser de svære spørgsmål i god tid',
      'Gør plads til prøver der kan mislykkes',
      'Henter viden hjem fra andre byer',
    ],
    Teamleder: [
      'Følger forbruget uge for uge med gruppen',
      'Fanger små uenigheder før de vokser',
      'Lader kolleger afprøve egne påfund',
      'Deler erfaringer på tavlen hver fredag',
    ],
  };
  const sheet = (level: keyof typeof cells): string[] => [
    `Rolle: ${level}`,
    '',
    'Driftsledelse',
    '',
    'Holder styr på pengene',
    cells[level][0] ?? '',
    '',
    'Tager vare på samspillet',
    cells[level][1] ?? '',
    '',
    'Nybrudsledelse',
    '',
    'Giver plads til forsøg',
    cells[level][2] ?? '',
    '',
    'Lærer af andre steder',
    cells[level][3] ?? '',
    '',
    '',
    '',
  ];
  const summary = [
    'Holder styr på pengene',
    '',
    cells.Direktør[0] ?? '',
    '',
    cells.Teamleder[0] ?? '',
    '',
    'Tager vare på samspillet',
    '',
    cells.Direktør[1] ?? '',
    '',
    cells.Teamleder[1] ?? '',
    '',
    'Giver plads til forsøg',
    '',
    cells.Direktør[2] ?? '',
    '',
    cells.Teamleder[2] ?? '',
    '',
    'Lærer af andre steder',
    '',
    cells.Direktør[3] ?? '',
    '',
    cells.Teamleder[3] ?? '',
  ];
  const front = ['To kompetencer:', '', 'Driftsledelse', '', 'Nybrudsledelse', '', '', '', ''];

  test('give competences, themes and one expectation per level, and the summary repeats them', () => {
    const draft = draftOf(...front, ...sheet('Direktør'), ...sheet('Teamleder'), ...summary);
    assert.deepEqual(draft.levels, ['Direktør', 'Teamleder']);
    const themes = draft.elements.filter((element) => element.kind === 'theme');
    assert.equal(themes.length, 4);
    for (const theme of themes)
      assert.deepEqual(
        draft.elements.filter((element) => element.parent === theme.id).map((element) => element.level),
        draft.levels,
      );
    assert.deepEqual(
      themes.map((theme) => theme.parent),
      ['driftsledelse', 'driftsledelse', 'nybrudsledelse', 'nybrudsledelse'],
    );
    assert.deepEqual(draft.unplaced, []);
  });

  test('a cell that a sheet lacks is taken from the summary', () => {
    const torn = sheet('Teamleder').filter((line) => line !== cells.Teamleder[3]);
    const draft = draftOf(...front, ...sheet('Direktør'), ...torn, ...summary);
    const expectation = draft.elements.find((element) => element.text === cells.Teamleder[3]);
    assert.equal(expectation?.level, 'Teamleder');
    assert.equal(expectation?.parent, 'nybrudsledelse/laerer-af-andre-steder');
  });
});
