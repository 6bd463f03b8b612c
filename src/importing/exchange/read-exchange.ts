import { readCasePackage } from '../case/read-package.ts';
import { FORMAT, type FrameworkDraft } from '../open-format.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import { readOwnJson } from './own-json.ts';
import { isOwnMarkdown, readOwnMarkdown } from './read-markdown.ts';

/**
 * A file in a format that says itself what is an element: our own JSON, a CASE package (1.0 or 1.1), our own Markdown. Null for any other
 * file, which is read as a document. Throws ExchangeProblem, with the item where it shows, for one of ours that cannot be taken.
 */
export function readExchange(bytes: Uint8Array): FrameworkDraft | null {
  const start = firstLetters(bytes);
  if (start.startsWith('<!--')) {
    const text = new TextDecoder('utf-8').decode(bytes);
    return isOwnMarkdown(text) ? readOwnMarkdown(text) : null;
  }
  return start.startsWith('{') || start.startsWith('[') ? readJson(bytes) : null;
}

/** The first letters of a text, without byte order mark and space. */
function firstLetters(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 200)).trimStart();
}

/** A text may begin with a bracket and be no JSON; a file of JSON that we do not know is told so. */
function readJson(bytes: Uint8Array): FrameworkDraft | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const said = text.includes(FORMAT) || text.includes('"CFDocument"');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    if (said) throw new ExchangeProblem('no_json', '');
    return null;
  }
  const object = Object(parsed) as Record<string, unknown>;
  if (typeof object['format'] === 'string' && object['format'].startsWith('pejling-framework/')) {
    if (object['format'] !== FORMAT) throw new ExchangeProblem('other_format', object['format']);
    return readOwnJson(parsed);
  }
  const inner = Object(object['CFPackage'] ?? object) as Record<string, unknown>;
  if ('CFDocument' in inner) return readCasePackage(inner);
  throw new ExchangeProblem('other_format', '');
}
