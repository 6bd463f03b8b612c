import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PARTS } from './charts/paint.ts';
import { printPalette } from './print-palette.ts';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const styles = readFileSync(new URL('./styles/_charts.scss', import.meta.url), 'utf8');

// What the stylesheet gives a part: its class, then the value of the token it names.
function onScreen(part: string, property: 'fill' | 'stroke'): string | undefined {
  const rule = new RegExp(`\\.chart-${part} \\{([^}]*)\\}`).exec(styles)?.[1] ?? '';
  const value = new RegExp(`(?:^|[ ;])${property}: ([^;]+);`).exec(rule)?.[1];
  const token = /^var\((--[\w-]+)\)$/.exec(value ?? '')?.[1];
  return token ? new RegExp(`${token}: ([^;]+);`).exec(tokens)?.[1] : value;
}

for (const part of PARTS) {
  test(`"${part}" has the same colours in a document as on a page`, () => {
    assert.equal(printPalette[part].fill, onScreen(part, 'fill'));
    assert.equal(printPalette[part].stroke, onScreen(part, 'stroke'));
  });
}
