import type { Meaning } from '../origins/schema.ts';

export type PublicationInput = {
  /** The editors have seen the passages that are in no element. */
  restSeen: boolean;
  /** They have seen what the new version does to what uses the old one. */
  consequencesSeen?: boolean;
  /** The day it was published, where that was before it came here; '' or nothing means today. */
  on?: string;
  /** Which statements still mean the same. */
  meanings?: readonly { statementId: string; meaning: Meaning }[];
};
