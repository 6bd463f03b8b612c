import assert from 'node:assert/strict';
import test from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { writeXlsx, type Sheet } from './xlsx.ts';

const sheet: Sheet = {
  name: 'Udsagn & mål',
  rows: [
    ['pejling:x', 'title'],
    ['Nummer', 'Titel'],
    ['a', '=SUM(A1) <&> "_x0041_"\r\n\u0001'],
    [null, '007'],
  ],
  widths: [10, 40],
  hiddenRows: [0],
  hiddenColumns: [0],
  headingRow: 1,
  frozenColumns: 0,
};

test('a workbook hides identifiers, keeps headings in sight, and holds nothing but text', () => {
  const parts = unzipSync(writeXlsx([sheet], 'Ledelse'));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  assert.match(xml, /<row r="1" hidden="1">/);
  assert.match(xml, /<col min="1" max="1" width="10" customWidth="1" hidden="1"\/>/);
  assert.match(xml, /ySplit="2"/);
  assert.match(xml, /=SUM\(A1\) &lt;&amp;&gt; &quot;_x005F_x0041_&quot;_x000D_\n</);
  assert.ok(!xml.includes('<f>'));
  assert.ok(!xml.includes('\u0001'));
  assert.match(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()), /name="Udsagn &amp; mål"/);
});
