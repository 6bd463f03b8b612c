import type { FrameworkDraft } from '../open-format.ts';
import type { ExtractedText } from './extract-text.ts';

/** The draft with the confidence of each element that was read from a picture: the lowest of its lines, 0 to 1, two digits. */
export function withConfidence(draft: FrameworkDraft, { confidenceOf }: ExtractedText): FrameworkDraft {
  if (confidenceOf === undefined) return draft;
  const elements = draft.elements.map((element) => {
    const [first, last] = element.source.lines;
    const known = Array.from({ length: last - first + 1 }, (_, i) => confidenceOf(first + i)).filter((one) => one !== undefined);
    return known.length === 0 ? element : { ...element, confidence: Math.round(Math.min(...known) * 100) / 100 };
  });
  return { ...draft, elements };
}
