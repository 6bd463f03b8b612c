import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateSync, crc32 } from 'node:zlib';
import { Problem } from '#base/errors.ts';
import { FORMAT, type DraftElement, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { importFramework } from '../../commands.server.ts';
import { undoSave } from '../../draft/saves/commands.server.ts';
import { saveLevels } from '../../cover/commands.server.ts';
import { publishVersion } from '../../publication/commands.server.ts';
import { versionHead } from '../../read.server.ts';
import { removeVisual, saveVisual } from '../../visual/commands.server.ts';
import { visualBytes, visualOf } from '../../visual/read.server.ts';
import { savePaste } from '../paste/commands.server.ts';
import { previewPaste } from '../paste/read.server.ts';
import { saveCells } from './commands.server.ts';
import { readMatrixEditor, type MatrixEditor } from './read.server.ts';

let database: TestDatabase;
let lene: Member; // editor of Fjordby
let amina: Member; // employee
let rikke: Member; // editor of Holmsted

type Address = { version: string; framework: string };

/** A competence with two behaviours; the second has no text for the leader yet. */
async function imported(): Promise<Address> {
  const element = (id: string, parent: string | null, more: Partial<DraftElement>): DraftElement => ({
    id,
    kind: 'theme',
    parent,
    level: null,
    title: null,
    text: null,
    source: { lines: [1, 1] },
    ...more,
  });
  const elements = [
    element('mod', null, { kind: 'competence', title: 'Mod' }),
    element('klar', 'mod', { title: 'Taler klart' }),
    element('klar/chef', 'klar', { kind: 'expectation', level: 'Chef', text: 'Chefen siger det' }),
    element('klar/leder', 'klar', { kind: 'expectation', level: 'Leder', text: 'Lederen siger det' }),
    element('fast', 'mod', { title: 'Holder fast' }),
    element('fast/chef', 'fast', { kind: 'expectation', level: 'Chef', text: 'Chefen holder fast' }),
  ];
  const draft: FrameworkDraft = {
    format: FORMAT,
    organisation: 'Fjordby Kommune',
    title: 'Kursen',
    date: null,
    levels: ['Chef', 'Leder'],
    kinds: {},
    elements,
    repeats: [],
    unplaced: [],
    furniture: [],
    repairs: [],
    text: elements.map(({ title, text }) => title ?? text).join('\n'),
  };
  const { versionId, frameworkId } = await importFramework(lene, draft, 'kursen.docx');
  return { version: versionId, framework: frameworkId };
}
async function editor(address: Address, choice = {}): Promise<MatrixEditor> {
  const read = await lene.read((tx) => readMatrixEditor(tx, address, { level: null, rows: null, ...choice }));
  assert.ok(read);
  return read;
}
const fieldsOf = ({ groups }: MatrixEditor) =>
  groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ fields }) => fields)));
const textsOf = async (address: Address) => fieldsOf(await editor(address)).map(({ text }) => text);
const problem = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

before(async () => {
  database = await freshDatabase();
  const cast = await settleCast(database);
  [lene, amina, rikke] = [cast.fjordby.member('Lene'), cast.fjordby.member('Amina'), cast.holmsted.member('Rikke')];
});
after(() => database.close());

test('HO5 an editor writes in the matrix, sees what is missing, and can take it back', async () => {
  const address = await imported();
  const read = await editor(address);
  assert.deepEqual(
    [read.filled, read.expected, read.empty.map(({ title, level }) => [title, level.name])],
    [3, 4, [['Holder fast', 'Leder']]],
  );
  const fields = fieldsOf(read).map((field) => (field.text === '' ? { ...field, text: 'Lederen bliver stående' } : field));
  assert.deepEqual(await saveCells(lene, address.version, { fields, levels: read.levelsSeen }), { saved: 1, conflicts: [] });
  assert.deepEqual([(await editor(address)).filled, (await textsOf(address)).at(-1)], [4, 'Lederen bliver stående']);
  await undoSave(lene, address.version);
  assert.equal((await editor(address)).filled, 3);
});

test('HO5 one level at a time shows the fields of that level only, and the count of them all', async () => {
  const read = await editor(await imported(), { level: '2' });
  assert.deepEqual([read.levels.map(({ name }) => name), fieldsOf(read).length, read.expected], [['Leder'], 2, 4]);
});

test('HO5 two editors save the same row: both cells stand, and the cell both wrote in is told with nothing lost', async () => {
  const address = await imported();
  const read = await editor(address);
  const with_ = (texts: Record<string, string>) =>
    fieldsOf(read).map((field) => ({ ...field, text: texts[field.text] ?? field.text }));
  await saveCells(lene, address.version, {
    fields: with_({ 'Chefen siger det': 'Chefen siger det først' }),
    levels: read.levelsSeen,
  });
  const mine = with_({ 'Chefen siger det': 'Chefen siger det roligt', 'Lederen siger det': 'Lederen siger det også' });
  const second = await saveCells(lene, address.version, { fields: mine, levels: read.levelsSeen });
  assert.deepEqual([second.saved, second.conflicts.map(({ text }) => text)], [1, ['Chefen siger det roligt']]);
  assert.deepEqual((await textsOf(address)).slice(0, 2), ['Chefen siger det først', 'Lederen siger det også']);
});

test('when the levels were changed meanwhile nothing is written at the wrong level', async () => {
  const address = await imported();
  const read = await editor(address);
  const head = await lene.read((tx) => versionHead(tx, address.version));
  const rows = ['Leder', 'Chef'].map((name, index) => ({ from: index === 0 ? 2 : 1, name, place: index + 1 }));
  await saveLevels(lene, address.version, { revision: head?.coverRevision ?? 0, rows });
  const fields = fieldsOf(read).map((field) => ({ ...field, text: 'Andet' }));
  await assert.rejects(saveCells(lene, address.version, { fields, levels: read.levelsSeen }), problem('conflict'));
});

test('a published matrix, an employee and an editor of another organisation: nothing is written', async () => {
  const address = await imported();
  const read = await editor(address);
  const input = { fields: fieldsOf(read).map((field) => ({ ...field, text: 'Fremmed' })), levels: read.levelsSeen };
  for (const stranger of [amina, rikke]) await assert.rejects(saveCells(stranger, address.version, input), problem('not_found'));
  assert.equal(await rikke.read((tx) => readMatrixEditor(tx, address, { level: null, rows: null })), null);
  await publishVersion(lene, address.version, { restSeen: true });
  await assert.rejects(saveCells(lene, address.version, input), problem('closed'));
});

test('HO5 a table from a spreadsheet is seen before it is saved, and saved only if the matrix is still the same', async () => {
  const address = await imported();
  const table = '\tChef\tLeder\nHolder fast\tChefen holder godt fast\tLederen holder fast\nUkendt\tx\ty';
  const preview = await lene.read((tx) => previewPaste(tx, address, table));
  assert.ok(preview !== null && typeof preview !== 'string');
  assert.deepEqual([preview.changes.length, preview.unknownRows], [2, ['Ukendt']]);
  assert.equal((await editor(address)).filled, 3, 'looking changes nothing');
  await assert.rejects(savePaste(lene, address, { table, seen: 'another' }), problem('conflict'));
  assert.deepEqual(await savePaste(lene, address, { table, seen: preview.seen }), { saved: 2 });
  assert.deepEqual((await textsOf(address)).slice(2), ['Chefen holder godt fast', 'Lederen holder fast']);
  await assert.rejects(savePaste(lene, address, { table, seen: preview.seen }), problem('conflict'), 'a second click');
});

function png(): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(14))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('G18 a draft takes one picture with words for what it shows, and gives it up again; without words it is refused', async () => {
  const { version } = await imported();
  const file = new File([new Uint8Array(png())], 'hjerte.png');
  await assert.rejects(saveVisual(lene, version, { file, alt: ' ' }), problem('invalid'));
  await saveVisual(lene, version, { file, alt: 'Et hjerte' });
  await saveVisual(lene, version, { file: new File([], ''), alt: 'Et hjerte med fire felter' });
  assert.deepEqual((await lene.read((tx) => visualBytes(tx, version)))?.bytes, new Uint8Array(png()));
  assert.equal((await lene.read((tx) => visualOf(tx, version)))?.alt, 'Et hjerte med fire felter');
  await assert.rejects(saveVisual(rikke, version, { file, alt: 'Mit' }), problem('not_found'));
  assert.equal(await rikke.read((tx) => visualBytes(tx, version)), null);
  const drawing = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'hjerte.png', { type: 'image/png' });
  await assert.rejects(saveVisual(lene, version, { file: drawing, alt: 'Et hjerte' }), problem('invalid'));
  await removeVisual(lene, version);
  assert.equal(await lene.read((tx) => visualOf(tx, version)), null);
});
