import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeZip } from '../extract/made-documents.fixture.ts';
import { xlsxEntries, type MadeSheet } from '../extract/made-office.fixture.ts';
import { importDocument } from '../import-document.ts';
import { checkNothingLost, type FrameworkDraft } from '../open-format.ts';

async function draftOf(sheets: MadeSheet[]): Promise<FrameworkDraft> {
  const outcome = await importDocument({ bytes: makeZip(xlsxEntries(sheets)), fileName: 'matrix.bin' });
  assert.ok(outcome.ok, 'the spreadsheet can be read');
  checkNothingLost(outcome.draft);
  return outcome.draft;
}

const outline = (draft: FrameworkDraft): string[] =>
  draft.elements.map(({ kind, level, title, text, parent }) => {
    const depth = parent === null ? 0 : parent.split('/').length;
    return `${'  '.repeat(depth)}${kind}${level === null ? '' : ` [${level}]`} ${title ?? ''}${title !== null && text !== null ? ': ' : ''}${text ?? ''}`.trimEnd();
  });

describe('a matrix in a spreadsheet becomes a draft', () => {
  test('B4 competences and behaviours by level, with a title above, merged names and one cell over two levels', async () => {
    const draft = await draftOf([
      {
        name: 'Ark1',
        rows: [
          ['Ledelse i Nyby'],
          [],
          ['Kompetence', 'Adfærd', 'Direktør', 'Chef', 'Teamleder'],
          ['Retning', 'Sætter mål', 'Siger hvor vi skal hen', 'Gør målet til planer', 'Viser hvad det betyder i dag'],
          [null, 'Følger op', 'Spørger hvert halve år', null, 'Spørger hver uge'],
          ['Samarbejde', 'Deler viden', 'Taler åbent om det svære på tværs af huset', null, null],
        ],
        merged: ['A4:A5', 'C5:D5', 'C6:E6'],
      },
    ]);
    assert.equal(draft.title, 'Ledelse i Nyby');
    assert.deepEqual(draft.levels, ['Direktør', 'Chef', 'Teamleder']);
    assert.deepEqual(outline(draft), [
      'competence Retning',
      '  theme Sætter mål',
      '    expectation [Direktør] Siger hvor vi skal hen',
      '    expectation [Chef] Gør målet til planer',
      '    expectation [Teamleder] Viser hvad det betyder i dag',
      '  theme Følger op',
      '    expectation [Direktør] Spørger hvert halve år',
      '    expectation [Teamleder] Spørger hver uge',
      'competence Samarbejde',
      '  theme Deler viden',
      '    expectation Taler åbent om det svære på tværs af huset',
    ]);
    const spread = draft.elements.find(({ text }) => text === 'Spørger hvert halve år');
    assert.equal(spread?.confidence, 0.5, 'one cell over two of three levels is for a person to look at');
    assert.deepEqual(draft.unplaced, []);
  });

  test('levels as rows and competences as columns are turned round', async () => {
    const draft = await draftOf([
      {
        name: 'Ark1',
        rows: [
          ['Ledelsesniveau', 'Mod', 'Omhu'],
          ['Direktør', 'Tager de svære sager op i kredsen', 'Læser det hele, før der skrives under'],
          ['Chef', 'Siger fra i tide, også opad', 'Holder det, der er lovet'],
        ],
      },
    ]);
    assert.deepEqual(draft.levels, ['Direktør', 'Chef']);
    assert.deepEqual(outline(draft), [
      'competence Mod',
      '  expectation [Direktør] Tager de svære sager op i kredsen',
      '  expectation [Chef] Siger fra i tide, også opad',
      'competence Omhu',
      '  expectation [Direktør] Læser det hele, før der skrives under',
      '  expectation [Chef] Holder det, der er lovet',
    ]);
  });

  test('a list with a column for the level, one for what is meant, numbers, and a cell that is a list of its own', async () => {
    const draft = await draftOf([
      {
        name: 'Liste',
        rows: [
          ['Nr.', 'Værdi', 'Beskrivelse', 'Niveau', 'Tegn på adfærd'],
          ['1', 'Åbenhed', 'At sige det, som det er', 'Chef', '- Deler det, der går galt\n- Beder om hjælp'],
          ['2', 'Åbenhed', null, 'Leder', 'Tager imod kritik'],
        ],
      },
    ]);
    assert.deepEqual(outline(draft), [
      'value Åbenhed: At sige det, som det er',
      '  expectation [Chef] Deler det, der går galt',
      '  expectation [Chef] Beder om hjælp',
      '  expectation [Leder] Tager imod kritik',
    ]);
    assert.deepEqual(
      draft.repeats.map(({ text }) => text),
      ['Åbenhed'],
    );
    assert.deepEqual(draft.levels, ['Chef', 'Leder']);
  });

  test('several sheets, headings in two rows, rows of headings, a hidden sheet, and a sheet of notes', async () => {
    const matrix = (word: string): MadeSheet['rows'] => [
      ['Tema', 'Ledelsesniveau', null],
      [null, 'Chef', 'Teamleder'],
      [`Om ${word}`, null, null],
      [`Mål for ${word}`, `Chefen sætter ${word}`, `Lederen følger ${word}`],
    ];
    const merged = ['A1:A2', 'B1:C1', 'A3:C3'];
    const draft = await draftOf([
      { name: 'Drift', rows: matrix('drift'), merged },
      { name: 'Udvikling', rows: matrix('udvikling'), merged },
      { name: 'Noter', rows: [['Husk at spørge MED']] },
      { name: 'Gemt', rows: [['Ikke med']], state: 'hidden' },
    ]);
    assert.deepEqual(outline(draft).slice(0, 5), [
      'section Drift',
      '  section Om drift',
      '    theme Mål for drift',
      '      expectation [Chef] Chefen sætter drift',
      '      expectation [Teamleder] Lederen følger drift',
    ]);
    assert.deepEqual(
      draft.unplaced.map(({ text }) => text),
      ['Husk at spørge MED'],
    );
    assert.ok(!draft.text.includes('Ikke med'));
  });

  test('a sheet for each level', async () => {
    const rows = (who: string): MadeSheet['rows'] => [
      ['Kompetence', 'Adfærd'],
      ['Dialog', `${who} spørger først og svarer bagefter`],
      ['Retning', `${who} viser vejen hver eneste dag`],
    ];
    const draft = await draftOf([
      { name: 'Direktør', rows: rows('Direktøren') },
      { name: 'Chef', rows: rows('Chefen') },
    ]);
    assert.deepEqual(draft.levels, ['Direktør', 'Chef']);
    assert.deepEqual(
      draft.elements.filter(({ level }) => level === 'Chef').map(({ text }) => text),
      ['Chefen spørger først og svarer bagefter', 'Chefen viser vejen hver eneste dag'],
    );
  });

  test('a formula is the value that was stored with it, and an error is nothing', async () => {
    const formula = (reference: string): string =>
      `<c r="${reference}" t="str"><f>HYPERLINK("http://eksempel.invalid","x")</f><v>Det gemte svar</v></c>`;
    const draft = await draftOf([
      {
        name: 'Ark1',
        rows: [
          ['Kompetence', 'Chef', 'Teamleder'],
          ['Mod', { xml: formula }, { xml: (reference) => `<c r="${reference}" t="e"><v>#REF!</v></c>` }],
        ],
      },
    ]);
    assert.ok(draft.elements.some(({ text }) => text === 'Det gemte svar'));
    assert.ok(!/REF|HYPERLINK|eksempel/u.test(draft.text));
  });

  test('whatever stands in the cells, no word is lost, and parents stand before their children', async () => {
    const cell = fc.option(
      fc.constantFrom(
        'Kompetence',
        'Chef',
        'Leder',
        'Niveau',
        'Mod',
        '3',
        'Vi siger det, som det er hver dag',
        '- a\n- b',
        'Adfærd',
      ),
      { nil: null },
    );
    const sheet = fc.record({
      name: fc.constantFrom('Ark1', 'Chef', 'Noter'),
      rows: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 7 }),
      merged: fc.array(fc.constantFrom('A1:B1', 'A2:A3', 'B2:D2', 'A4:E4', 'C1:C6'), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const outcome = await importDocument({ bytes: makeZip(xlsxEntries(sheets)), fileName: 'x.xlsx' });
        if (!outcome.ok) return assert.equal(outcome.problem.code, 'empty');
        checkNothingLost(outcome.draft);
        const seen = new Set<string>();
        for (const { id, parent, level } of outcome.draft.elements) {
          assert.ok(!seen.has(id) && (parent === null || seen.has(parent)));
          assert.ok(level === null || outcome.draft.levels.includes(level));
          seen.add(id);
        }
      }),
      { numRuns: 300 },
    );
  });
});
