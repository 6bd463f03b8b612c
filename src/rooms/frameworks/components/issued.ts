import { datedInWords } from '../exchange/stamp/rules.ts';

/** Who issued a framework and when, as people read it: "Chefgruppen, december 2021"; '' when neither is known. */
export function issuedInWords({ issuedBy, dated }: { issuedBy: string; dated: string | null }): string {
  return [issuedBy, dated === null ? '' : datedInWords(dated)].filter((part) => part !== '').join(', ');
}
