import assert from 'node:assert/strict';
import test from 'node:test';
import { getDocumentProxy, extractText } from 'unpdf';
import type { PrintedDocument } from '#base/printed-document.ts';
import { stopwatch } from '#base/time.ts';
import { drawChart } from '#ui/charts/draw.ts';
import { lettered } from '#ui/charts/lettered.ts';
import { printPalette } from '#ui/print-palette.ts';
import { typeset } from './typeset.ts';

const svg = drawChart(
  {
    kind: 'dumbbell',
    scale: { min: 1, max: 5, minLabel: 'Helt uenig', maxLabel: 'Helt enig' },
    rowHeading: 'Tema',
    selfLabel: 'Eget svar',
    othersLabel: 'Medarbejdernes svar',
    intervalLabel: 'Usikkerhed',
    countLabel: 'Svar',
    rows: [{ label: 'Åbenhed', self: 4.5, others: { kind: 'value', value: 3.4, low: 3, high: 3.8, count: '8 svar' } }],
  },
  { id: 'x', title: 'Temaer', finding: 'Eget svar er højest', width: 720, locale: 'da', palette: printPalette },
);

const document: PrintedDocument = {
  language: 'da',
  title: 'Rapport om Søren Ærøe',
  kicker: 'Efterårets måling',
  lead: 'Leder, Børnehuset Åkanden.',
  footer: 'Side {page} af {pages}',
  blocks: [
    { kind: 'note', title: 'Et sted at begynde', text: 'Tallene må ikke stå alene.' },
    { kind: 'heading', level: 2, text: 'Temaer' },
    { kind: 'figure', ...lettered(svg), alt: 'Eget svar er højest', caption: 'Eget svar er højest' },
    {
      kind: 'table',
      caption: 'Temaer',
      columns: ['Tema', 'Eget svar'],
      numeric: [false, true],
      rows: [
        ['Åbenhed', '4,5'],
        ['#panic("x") $ _*', '3,4'],
      ],
    },
    { kind: 'talk', title: 'Tal om det', text: 'Forskellen er stor.', ask: 'Hvornår lykkes det?' },
    { kind: 'list', items: ['Skalaen går fra 1 til 5.'] },
  ],
};

test('a report is a tagged PDF/UA file in Danish that can be read out, with every letter and figure', async () => {
  const pdf = await typeset(document);
  const raw = Buffer.from(pdf).toString('latin1');
  assert.match(raw, /pdfuaid:part>1</);
  assert.match(raw, /\/MarkInfo/);
  assert.match(raw, /\/Lang ?\(da-DK\)/);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  for (const words of [
    'Rapport om Søren Ærøe',
    'Børnehuset Åkanden',
    'Åbenhed',
    '4,5',
    '3,4',
    '8 svar',
    'Helt enig',
    'Side 1 af 1',
  ])
    assert.ok(text.includes(words), words);
});

test('a drawing is read out by its finding, and its words are no paragraphs of their own', async () => {
  const pages = await getDocumentProxy(new Uint8Array(await typeset(document)));
  const tree = JSON.stringify(await (await pages.getPage(1)).getStructTree());
  const figures = tree.match(/\{"role":"Figure","children":\[[^\]]*\],"alt":"Eget svar er højest"\}/g) ?? [];
  assert.equal(figures.length, 1);
  assert.ok(!figures[0]?.includes('"role":"P"'));
});

test('what people wrote is set as words and never run', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await typeset(document))), { mergePages: true });
  assert.ok(text.includes('#panic("x")') || text.includes('#panic(“x”)') || text.includes('#panic('));
});

test('a picture without words is refused, and the next document is set all the same', async () => {
  const silent = { ...document, blocks: [{ kind: 'heading' as const, level: 3 as const, text: 'En skjult rang' }] };
  await assert.rejects(typeset(silent));
  assert.ok((await typeset(document)).length > 1000);
});

test('a warm typesetter sets a report in well under a second', async () => {
  await typeset(document);
  const started = stopwatch();
  await typeset(document);
  assert.ok(stopwatch() - started < 1000);
});
