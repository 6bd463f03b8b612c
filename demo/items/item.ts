/** Who a wording is for: those led (`other`), the leader (`self`), the leader's own leader (`superior`). */
export interface Wordings {
  readonly other: string;
  readonly self: string;
  readonly superior: string;
}

export type BankTheme =
  | 'purpose'
  | 'priorities'
  | 'presence'
  | 'learning'
  | 'overview'
  | 'care'
  | 'citizens'
  | 'across'
  | 'overall'
  | 'trust'
  | 'involvement'
  | 'steering'
  | 'change'
  | 'profession';

/** One question of the bank; `id` never changes meaning, `keywords` are lower-case Danish words a statement may contain. */
export interface BankItem {
  readonly id: string;
  readonly theme: BankTheme;
  readonly keywords: readonly string[];
  readonly wordings: { readonly da: Wordings; readonly en: Wordings };
}
