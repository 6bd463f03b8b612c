// The project's own source, as the laws read it: every file with its text and its imports, found with the TypeScript parser.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type SourceFile = { path: string; text: string };
export type Breach = { path: string; why: string };

const ROOT = path.resolve(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', '.data', '.svelte-kit', '.git', 'paraglide', 'test-results']);

/** All files below a folder of the project whose name ends with one of these. */
export function readSource(folder: string, endings: string[] = ['.ts', '.svelte']): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (relative: string) => {
    for (const entry of readdirSync(path.join(ROOT, relative), { withFileTypes: true })) {
      const here = relative === '' ? entry.name : path.posix.join(relative, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(here);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        files.push({ path: here, text: readFileSync(path.join(ROOT, here), 'utf8') });
      }
    }
  };
  walk(folder);
  return files;
}

/** The text of one file of the project. */
export function readFile(relative: string): string {
  return readFileSync(path.join(ROOT, relative), 'utf8');
}

/** The program part of a file: a component's script blocks, or the whole file. */
export function programOf(file: SourceFile): string {
  if (!file.path.endsWith('.svelte')) return file.text;
  return [...file.text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, programOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Everything a file imports: as written, and, for our own files, as a path from the project's root. Type imports count too. */
export function importsOf(file: SourceFile): { written: string; target: string | null; typeOnly: boolean }[] {
  const found: { written: string; target: string | null; typeOnly: boolean }[] = [];
  const visit = (node: ts.Node) => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      found.push({ written: node.moduleSpecifier.text, target: targetOf(file.path, node.moduleSpecifier.text), typeOnly });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument))
        found.push({ written: argument.text, target: targetOf(file.path, argument.text), typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

function targetOf(from: string, written: string): string | null {
  if (written.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), written));
  if (written === '#environment') return 'src/environment.ts';
  if (written.startsWith('#demo/')) return written.slice(1);
  if (written.startsWith('#')) return `src/${written.slice(1)}`;
  return null;
}
