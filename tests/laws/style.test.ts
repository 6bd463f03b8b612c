import assert from 'node:assert/strict';
import test from 'node:test';
import { importsOf, programOf, readFile, readSource, type Breach, type SourceFile } from './source.ts';

type Rule = { why: string; pattern: RegExp; applies: (path: string) => boolean; program?: boolean };

const MINTS =
  /^(src\/gate\/|src\/jobs\/|src\/worker\.ts|src\/urn\.ts|src\/cli\/|src\/database\/tenant\.ts|demo\/load\/|tests\/|benchmarks\/)/;
const RULES: Rule[] = [
  {
    why: 'only environment.ts reads the environment',
    pattern: /process\.env\b/,
    applies: (path) => path.startsWith('src/') && path !== 'src/environment.ts',
    program: true,
  },
  {
    why: 'dates come through base/time',
    pattern: /new Date\(\s*\)|Date\.now\(|\bTemporal\./,
    applies: (path) =>
      path.startsWith('src/') && !path.startsWith('src/base/') && !path.includes('/client/') && !path.endsWith('.test.ts'),
    program: true,
  },
  {
    why: 'a colour is a custom property of ui/tokens.css',
    pattern: /#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?(?:[0-9a-fA-F]{2})?\b(?=[\s;,)'"`])|\b(?:rgb|hsl)a?\(/,
    applies: (path) =>
      path.startsWith('src/') &&
      /\.(css|scss|svelte|ts)$/.test(path) &&
      !/^src\/ui\/(tokens\.css|print-palette\.ts)$/.test(path) &&
      !path.endsWith('.test.ts'),
  },
  {
    why: 'no style attribute: the content security policy refuses it',
    pattern: /\sstyle=|\sstyle:/,
    applies: (path) => path.endsWith('.svelte'),
  },
  {
    why: 'raw HTML only in the chart component',
    pattern: /\{@html\b/,
    applies: (path) => path.endsWith('.svelte') && path !== 'src/ui/Chart.svelte',
  },
  {
    why: 'only the gate, jobs, the command line and tests mint a proof of an organisation',
    pattern: /\bmint(Tenant|Visit)\(|new (Tenant|Visit)\(/,
    applies: (path) => path.startsWith('src/') && !MINTS.test(path) && !path.endsWith('.test.ts'),
    program: true,
  },
  {
    why: 'only the gate makes a proof of a person',
    pattern: /new (Member|Operator|Respondent|Visitor)\(/,
    applies: (path) => path.startsWith('src/') && !path.startsWith('src/gate/') && !path.endsWith('.test.ts'),
    program: true,
  },
  {
    why: 'only the results room reads the ledger',
    pattern: /['"`](ledger)['"`]|from ledger\b/,
    applies: (path) => path.startsWith('src/') && !path.startsWith('src/rooms/results/') && path !== 'src/database/tables.ts',
    program: true,
  },
  {
    why: 'opened ballots are written by the urn and read by the release, and nobody else knows their table',
    pattern: /handover\.opened/,
    applies: (path) =>
      /^(src|demo)\//.test(path) &&
      !/^src\/rooms\/(ballots|results)\//.test(path) &&
      !path.startsWith('demo/load/') &&
      !path.startsWith('src/database/'),
    program: true,
  },
  {
    why: 'a random id is not made by hand',
    pattern: /Math\.random\(/,
    applies: (path) => path.startsWith('src/'),
    program: true,
  },
];

function checkStyle(files: SourceFile[]): Breach[] {
  return files.flatMap((file) =>
    RULES.filter((rule) => rule.applies(file.path)).flatMap((rule) => {
      const text = rule.program === true ? programOf(file) : file.text;
      const line = withoutComments(text)
        .split('\n')
        .findIndex((one) => rule.pattern.test(one));
      return line < 0 ? [] : [{ path: `${file.path}:${line + 1}`, why: rule.why }];
    }),
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1');
}

test('the small walls of style hold everywhere', () => {
  const files = [...readSource('src', ['.ts', '.svelte', '.css', '.scss']), ...readSource('demo')];
  assert.deepEqual(checkStyle(files), []);
});

const PLANTED: [string, string][] = [
  ['src/rooms/rounds/rules.ts', 'const home = process.env.HOME;'],
  ['src/rooms/rounds/rules.ts', 'const today = new Date();'],
  ['src/ui/Card.svelte', '<style>p { color: #fff; }</style>'],
  ['src/ui/Card.svelte', '<p style="color: red">x</p>'],
  ['src/routes/+page.svelte', '{@html text}'],
  ['src/rooms/rounds/commands.server.ts', 'const proof = mintTenant(connection, 2);'],
  ['src/routes/(open)/x/+page.server.ts', 'const member = new Member({});'],
  ['src/routes/(open)/x/+page.server.ts', 'const visitor = new Visitor({});'],
  ['src/rooms/frameworks/read.server.ts', 'const visit = mintVisit(connection, 2);'],
  ['src/rooms/rounds/read.server.ts', `tx.selectFrom('ledger')`],
  ['src/rooms/rounds/read.server.ts', `tx.selectFrom('handover.opened')`],
];
for (const [path, text] of PLANTED)
  test(`the law sees a planted breach: ${text}`, () =>
    assert.equal(
      checkStyle([
        {
          path,
          text: path.endsWith('.svelte') && !text.startsWith('<') && !text.startsWith('{') ? `<script>${text}</script>` : text,
        },
      ]).length,
      1,
    ));

/** Everything a way in reaches by its imports. */
function reachable(from: string, files: Map<string, SourceFile>, seen = new Set<string>()): Set<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  const file = files.get(from);
  for (const { target, typeOnly } of file === undefined ? [] : importsOf(file))
    if (target !== null && !typeOnly) reachable(target, files, seen);
  return seen;
}

test('what Node runs directly never reaches a component or the framework', () => {
  const files = new Map([...readSource('src'), ...readSource('demo')].map((file) => [file.path, file]));
  for (const entry of ['src/server.ts', 'src/worker.ts', 'src/urn.ts', 'src/cli.ts', 'src/supervisor.ts'])
    for (const path of reachable(entry, files)) {
      assert.ok(!path.endsWith('.svelte'), `${entry} reaches ${path}`);
      const file = files.get(path);
      for (const { written } of file === undefined ? [] : importsOf(file))
        assert.ok(!/^\$(app|env)\/|^@sveltejs\//.test(written), `${entry} reaches ${written} by ${path}`);
    }
});

test('the urn process reaches nothing that knows a person', () => {
  const files = new Map(readSource('src').map((file) => [file.path, file]));
  const reached = [...reachable('src/urn.ts', files)];
  assert.deepEqual(
    reached.filter((path) => /^src\/(gate|jobs|routes)\/|^src\/rooms\/(?!ballots\/|rounds\/manifest\/schema\.ts)/.test(path)),
    [],
  );
});

test('the front shares nothing with state with the built application', () => {
  const files = new Map(readSource('src').map((file) => [file.path, file]));
  const reached = [...reachable('src/server.ts', files)].filter((path) => path !== 'src/server.ts');
  assert.deepEqual(reached.sort(), ['src/base/log.ts', 'src/base/urn-socket.ts', 'src/environment.ts', 'src/relay.ts']);
});

test('all texts stand in both languages, with the same parameters and balanced braces', () => {
  const catalogues = readSource('messages', ['.da.json', '.en.json']);
  const parameters = (text: string) =>
    [...new Set([...text.matchAll(/\{([a-zA-Z0-9_]+)\}/g)].map((match) => match[1]))].sort().join();
  let texts = 0;
  for (const danish of catalogues.filter(({ path }) => path.endsWith('.da.json'))) {
    const da = JSON.parse(danish.text) as Record<string, unknown>;
    const en = JSON.parse(readFile(danish.path.replace('.da.json', '.en.json'))) as Record<string, unknown>;
    assert.deepEqual(Object.keys(da).sort(), Object.keys(en).sort(), danish.path);
    for (const [key, text] of Object.entries(da)) {
      const other = en[key];
      if (typeof text !== 'string' || typeof other !== 'string') continue;
      texts++;
      assert.ok(text.trim() !== '' && other.trim() !== '', `${key} is empty`);
      assert.equal(parameters(text), parameters(other), `${key} has other parameters in English`);
      for (const one of [text, other]) assert.equal(one.split('{').length, one.split('}').length, `${key} has unbalanced braces`);
    }
  }
  assert.ok(texts > 50, 'the catalogue is not empty');
});

test('answers are called confidential, never anonymous, while the urn is in simple mode', () => {
  for (const { path, text } of readSource('messages', ['.json']))
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>))
      if (typeof value === 'string' && /\banonym/i.test(value) && !/ikke anonym|not anonymous/i.test(value))
        assert.fail(`${path} ${key}: ${value}`);
});
