import assert from 'node:assert/strict';
import test from 'node:test';
import ts from 'typescript';
import { parse, readSource, type Breach, type SourceFile } from './source.ts';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
const GATES: Record<string, RegExp> = {
  '(open)': /^(asAnyone(Action)?|asVisitor)$/,
  '(answer)': /^(asRespondent(Action)?|asAnyone(Action)?)$/,
  '(member)': /^asMember(Action)?$/,
  '(operator)': /^(asOperator(Action)?|asAnyone(Action)?)$/,
  '': /^asAnyone$/,
};

/** The list of what anybody may reach, written out. A new open place is a decision, made here. */
const OPEN = [
  'src/routes/+layout.server.ts load',
  'src/routes/+page.server.ts load',
  'src/routes/(open)/accessibility/+page.server.ts load',
  'src/routes/(open)/health/+server.ts GET',
  'src/routes/(open)/language/+server.ts GET',
  'src/routes/(open)/privacy/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/[framework]/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/[framework]/embed/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/[framework]/embed/[statement]/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/[framework]/statements/[statement]/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/[framework]/versions/[version]/+page.server.ts load',
  'src/routes/(open)/public/[organisation]/[framework]/versions/[version]/picture/+server.ts GET',
  'src/routes/(open)/public/[organisation]/ims/case/v1p1/CFDocuments/+server.ts GET',
  'src/routes/(open)/public/[organisation]/ims/case/v1p1/[collection]/[sourcedId]/+server.ts GET',
  'src/routes/(open)/sign-in/+page.server.ts load',
  'src/routes/(open)/sign-in/+page.server.ts actions.mail',
  'src/routes/(open)/sign-in/+page.server.ts actions.persona',
  'src/routes/(open)/sign-in/[link]/+page.server.ts load',
  'src/routes/(open)/sign-in/[link]/+page.server.ts actions.default',
  'src/routes/(open)/sign-in/sent/+page.server.ts load',
  'src/routes/(open)/sign-out/+page.server.ts load',
  'src/routes/(open)/sign-out/+page.server.ts actions.default',
];

type Entry = { path: string; name: string; gate: string | null };

function entriesOf(file: SourceFile): Entry[] {
  const entries: Entry[] = [];
  const gateOf = (node: ts.Expression | undefined): string | null => {
    if (node === undefined) return null;
    if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node))
      return gateOf(node.expression);
    return ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : null;
  };
  const bare = (node: ts.Expression): ts.Expression =>
    ts.isSatisfiesExpression(node) || ts.isAsExpression(node) ? bare(node.expression) : node;
  for (const statement of parse(file).statements) {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) continue;
    if (ts.isFunctionDeclaration(statement))
      entries.push({ path: file.path, name: statement.name?.text ?? 'default', gate: null });
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const name = declaration.name.getText();
      if (name === 'actions' && declaration.initializer) {
        const object = bare(declaration.initializer);
        if (!ts.isObjectLiteralExpression(object)) entries.push({ path: file.path, name, gate: null });
        else
          for (const property of object.properties)
            entries.push({
              path: file.path,
              name: `actions.${property.name?.getText() ?? '?'}`,
              gate: ts.isPropertyAssignment(property) ? gateOf(property.initializer) : null,
            });
      } else if (name === 'load' || METHODS.has(name) || name === 'fallback') {
        entries.push({ path: file.path, name, gate: gateOf(declaration.initializer) });
      }
    }
  }
  return entries;
}

function groupOf(path: string): string {
  return /^src\/routes\/(\([a-z]+\))\//.exec(path)?.[1] ?? '';
}

function checkGates(files: SourceFile[]): Breach[] {
  const breaches: Breach[] = [];
  for (const file of files.filter(({ path }) => /\/\+(page|layout)?\.?server\.ts$|\/\+server\.ts$/.test(path)))
    for (const entry of entriesOf(file)) {
      const allowed = GATES[groupOf(entry.path)];
      if (allowed === undefined)
        breaches.push({ path: entry.path, why: 'a route lies in (open), (answer), (member) or (operator)' });
      else if (entry.gate === null || !allowed.test(entry.gate))
        breaches.push({ path: entry.path, why: `${entry.name} names no gate of its group` });
    }
  for (const file of files.filter(({ path }) => /\/\+(page|layout)\.ts$/.test(path)))
    for (const entry of entriesOf(file))
      if (entry.name === 'load') breaches.push({ path: entry.path, why: 'a universal load has no gate' });
  return breaches;
}

test('every load, action and endpoint names the gate of its group', () =>
  assert.deepEqual(checkGates(readSource('src/routes')), []));

test('the list of what anybody may reach is the one written here', () => {
  const open = readSource('src/routes')
    .flatMap((file) => entriesOf(file))
    .filter((entry) => /^as(Anyone|Visitor)/.test(entry.gate ?? '') && !/^src\/routes\/\((answer|operator)\)/.test(entry.path))
    .map((entry) => `${entry.path} ${entry.name}`);
  assert.deepEqual(
    open.filter((entry) => !OPEN.includes(entry)),
    [],
  );
});

test('every member page lies below an organisation', () => {
  const stray = readSource('src/routes/(member)').filter(({ path }) => !path.startsWith('src/routes/(member)/[organisation]/'));
  assert.deepEqual(
    stray.map(({ path }) => path),
    [],
  );
});

test('the law sees a page without a gate', () => {
  const path = 'src/routes/(member)/[organisation]/x/+page.server.ts';
  assert.equal(checkGates([{ path, text: 'export const load = async () => ({});' }]).length, 1);
  assert.equal(checkGates([{ path, text: 'export async function load() { return {}; }' }]).length, 1);
  assert.equal(checkGates([{ path, text: 'export const load = asAnyone(async () => ({}));' }]).length, 1);
  assert.equal(checkGates([{ path, text: 'export const actions = { default: async () => {} };' }]).length, 1);
  assert.equal(checkGates([{ path: 'src/routes/x/+server.ts', text: 'export const GET = asMember(async () => {});' }]).length, 1);
  assert.equal(checkGates([{ path, text: 'export const load = asMember(async () => ({}));' }]).length, 0);
});
