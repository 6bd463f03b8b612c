import type { ElementKind } from '../open-format.ts';
import { descendants, isNode, makeNode, type Assembly } from './node.ts';
import { peek } from './piece.ts';
import { damaged } from './scan-damage.ts';

const FRAMEWORK = damaged('ledelsesgrundlag', '');
/** What organisations do with a framework: measure, recruit, introduce, talk about development, plan courses. */
const ACTIVITIES = [
  damaged('ledelsesmåling', ''),
  damaged('rekrutter', ''),
  damaged('ansættelsessamtale', ''),
  damaged('onboarding', ''),
  damaged('indføring', ''),
  damaged('introduktion', ''),
  damaged('udviklingssamtale', ''),
  damaged('kompetenceudvikling', ''),
];
const DEFINES = new RegExp(`^[^.!?]{0,120}?${damaged('definere').source}[^.!?]{0,60}\\bsom\\b(?!:)`, 'iu');

/** Paragraphs that say what the framework is used for become uses; sentences that define a word become definitions. */
export function giveParagraphKinds(assembly: Assembly): void {
  for (const parent of [assembly.root, ...descendants(assembly.root)]) {
    if (parent.kind !== 'section') continue;
    const alone = parent.title === null && parent !== assembly.root;
    if (alone) continue;
    parent.body = parent.body.map((part) => {
      const kind = isNode(part) ? null : kindOfParagraph(peek(part));
      return kind === null || isNode(part) ? part : makeNode(kind, null, [part]);
    });
  }
}

function kindOfParagraph(text: string): ElementKind | null {
  if (FRAMEWORK.test(text) && ACTIVITIES.some((activity) => activity.test(text))) return 'use';
  if (DEFINES.test(text)) return 'definition';
  return null;
}
