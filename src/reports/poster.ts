/** The top layers of a framework on one page, ready in words. */
export type Poster = {
  language: 'da' | 'en';
  paper: 'a4' | 'a3';
  landscape: boolean;
  title: string;
  kicker: string;
  /** Which wording this is, who issued it and when. */
  stamp: string;
  /** The framework's own picture, drawn; its words are read out. */
  picture: { svg: string; alt: string } | null;
  groups: { kicker: string; title: string; text: string; statements: string[] }[];
};
