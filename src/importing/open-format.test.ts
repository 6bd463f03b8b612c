import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DEFAULT_KIND_NAMES } from './default-kind-names.ts';
import { unplacedDraft } from './import-document.ts';
import { ELEMENT_KINDS, FORMAT } from './open-format.ts';

type Schema = { required: string[]; properties: Record<string, { const?: string }>; $defs: Record<string, { enum?: string[] }> };
const schema = JSON.parse(readFileSync(new URL('../../docs/framework.schema.json', import.meta.url), 'utf8')) as Schema;

test('the published schema names the same format, kinds and fields as the code', () => {
  assert.equal(schema.properties['format']?.const, FORMAT);
  assert.deepEqual(schema.$defs['kind']?.enum, [...ELEMENT_KINDS]);
  const draft = unplacedDraft({ text: 'Hej', pageOf: () => undefined, furnitureLines: new Set() }, 'hej.txt');
  assert.deepEqual(Object.keys(draft), schema.required);
  // What is optional was added later: readers of the first version take no notice of it.
  assert.deepEqual(Object.keys(schema.properties).slice(0, schema.required.length), schema.required);
});

test('every kind has a Danish and an English name, and no two share one', () => {
  assert.deepEqual(Object.keys(DEFAULT_KIND_NAMES), [...ELEMENT_KINDS]);
  for (const language of ['da', 'en'] as const) {
    const names = ELEMENT_KINDS.map((kind) => DEFAULT_KIND_NAMES[kind][language]);
    assert.equal(new Set(names).size, names.length);
  }
});
