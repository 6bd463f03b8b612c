import assert from 'node:assert/strict';
import test from 'node:test';
import { readSource, type Breach, type SourceFile } from './source.ts';

const FILES = new Set([
  'schema.ts',
  'rules.ts',
  'policy.ts',
  'read.server.ts',
  'write.server.ts',
  'commands.server.ts',
  'proof.server.ts',
]);
const FREE_FOLDERS = ['/components/', '/templates/', '/client/'];
const FORBIDDEN = /\/(index|utils|helpers|types|service|manager)\.ts$/;

function checkVocabulary(files: SourceFile[]): Breach[] {
  return files.flatMap(({ path }) => {
    if (FORBIDDEN.test(path) && !path.startsWith('src/routes/')) return [{ path, why: 'a file is named after its noun' }];
    if (!path.startsWith('src/rooms/')) return [];
    const name = path.slice(path.lastIndexOf('/') + 1);
    const free = FREE_FOLDERS.some((folder) => path.includes(folder)) || name.endsWith('.test.ts') || FILES.has(name);
    return free ? [] : [{ path, why: 'a room holds only files of the vocabulary' }];
  });
}

/** Nothing is longer than this without being two things. */
function checkLength(files: SourceFile[]): Breach[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n').length;
    const most = path.endsWith('.svelte') ? 220 : path.endsWith('.test.ts') ? 450 : 350;
    return lines > most && path !== 'src/database/tables.ts' ? [{ path, why: `${lines} lines: which noun hides in it?` }] : [];
  });
}

test('a room holds only files of the vocabulary', () => assert.deepEqual(checkVocabulary(readSource('src')), []));
test('no file is so long that a second noun hides in it', () =>
  assert.deepEqual(checkLength([...readSource('src'), ...readSource('tests'), ...readSource('demo')]), []));
test('the law sees a planted drawer', () => {
  assert.equal(checkVocabulary([{ path: 'src/rooms/rounds/helpers.ts', text: '' }]).length, 1);
  assert.equal(checkVocabulary([{ path: 'src/rooms/rounds/launching.ts', text: '' }]).length, 1);
  assert.equal(checkLength([{ path: 'src/ui/x.ts', text: '\n'.repeat(400) }]).length, 1);
});
