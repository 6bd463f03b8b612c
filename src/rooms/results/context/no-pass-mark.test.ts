// A law about what is shown: no figure is told to be good enough or not, wherever on the scale it lies.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { inLocale } from '#base/locale.server.ts';
import { drawChart } from '#ui/charts/draw.ts';
import { printPalette } from '#ui/print-palette.ts';
import { distributionOf, intervalsOf, type NamedFigure } from '../components/charts.ts';

const LOCALES = ['da', 'en'] as const;
/** Words that tell that somebody or something has passed or failed. */
const VERDICT =
  /bestået|dumpe|tilfredsstillende|acceptabel|utilstrækkelig|under niveau|over niveau|målet er nået|rød zone|grøn zone|\bpassed the\b|\bfail(s|ed)?\b|satisfactory|acceptable|pass mark|below standard|above standard|benchmark/i;

const verdictsIn = (texts: Record<string, string>): string[] =>
  Object.entries(texts).flatMap(([key, text]) => (VERDICT.test(text) ? [key] : []));

test('B6 no text beside results says that a figure is good enough or not', () => {
  for (const locale of LOCALES)
    for (const catalogue of ['results', 'reports', 'context']) {
      const texts = JSON.parse(readFileSync(`messages/${catalogue}.${locale}.json`, 'utf8')) as Record<string, string>;
      assert.deepEqual(verdictsIn(texts), [], `messages/${catalogue}.${locale}.json`);
    }
  assert.deepEqual(verdictsIn({ planted: 'Lederen har bestået.' }), ['planted']);
});

test('B6 a chart of results is drawn in the same marks and colours at every place on the scale, and with no line to reach', () => {
  const marks = (value: number): string[] => {
    const row: NamedFigure = {
      label: 'Tema',
      figure: { mean: { kind: 'mean', value, low: value - 0.3, high: value + 0.3 }, shares: [20, 20, 20, 20, 20], spread: null },
      count: '8 af 9 svarede',
    };
    return inLocale('da', () => {
      const figures = [intervalsOf([row], 'Tema'), distributionOf([row], 'Tema', 5)].filter((one) => one !== null);
      return figures.flatMap((figure) => {
        assert.ok(!('reference' in figure) || figure.reference === undefined, 'no line to reach');
        const svg = drawChart(figure, { id: 'x', title: 'T', finding: 'F', width: 720, locale: 'da', palette: printPalette });
        return svg.match(/<[a-z]+|(class|fill|stroke)="[^"]*"/g) ?? [];
      });
    });
  };
  for (const value of [1.6, 2.4, 3, 3.6, 4.4]) assert.deepEqual(marks(value), marks(3), `at ${value}`);
});

test('B6 no view of results hands a chart a line to reach, or a colour by value', () => {
  const breaches = (path: string, text: string): string[] =>
    /\breference\s*:|threshold|passMark|tone=\{/.test(text) ? [path] : [];
  const components = readdirSync('src/rooms/results/components').map((name) => `src/rooms/results/components/${name}`);
  const pages = readdirSync('src/routes/(member)/[organisation]/rounds/[round]', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(results|reports)\/.*\.svelte$/.test(name))
    .map((name) => `src/routes/(member)/[organisation]/rounds/[round]/${name}`);
  assert.ok(pages.length >= 4, 'the pages of results were found');
  const found = [...components, ...pages].flatMap((path) => breaches(path, readFileSync(path, 'utf8')));
  assert.deepEqual(found, []);
  assert.deepEqual(breaches('planted', 'reference: { value: 3.5 }'), ['planted']);
});
