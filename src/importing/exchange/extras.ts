// What a framework says beside its words. All of it is optional in a file; what says nothing is left out.

export type DraftAbout = {
  purposes?: string[];
  scope?: string;
  scopeUnits?: string[];
  scopeLevels?: { position: number; name: string }[];
  binding?: 'governing' | 'inspiring';
  owner?: string;
  authors?: string[];
  contactName?: string;
  contactMail?: string;
  input?: string;
};

export type DraftStrategy = {
  id: string;
  kind: 'strategy' | 'vision' | 'policy' | 'scale';
  name: string;
  link: string;
  about: string;
  begins: string | null;
  ends: string | null;
  /** Does the framework as a whole build on it? */
  whole: boolean;
};

/** What happened to the wording before it was published: publishing writes itself. */
export type DraftStep = {
  kind: 'draft' | 'internal_discussion' | 'hearing' | 'reworked' | 'recommended' | 'approved';
  body: { name: string; kind: 'political' | 'management' | 'med' | 'hr' | 'other' } | null;
  beganOn: string;
  endedOn: string | null;
  knownTo: 'day' | 'month' | 'year';
  title: string;
  decision: string;
  document: { name: string; link: string } | null;
};

export type DraftOrigin = {
  element: string;
  kind: 'edited' | 'replaced' | 'split' | 'merged' | 'forked' | 'new';
  from: string;
};

export type DraftExtras = {
  /** Which wording the file was made from, who issued it and when: for people. Readers take no notice of it. */
  stamp?: string;
  about?: DraftAbout;
  coreTasks?: { id: string; name: string }[];
  levelRules?: { level: string; definition: string; refersTo: string; transition: string; positions: number[] }[];
  duties?: {
    task: string;
    parts: { level: string; part: 'decides' | 'responsible' | 'contributes' | 'informed'; who: string }[];
  }[];
  strategies?: DraftStrategy[];
  /** The framework's picture, its bytes in base64. */
  visual?: { type: 'image/png' | 'image/jpeg' | 'image/webp'; bytes: string; width: number; height: number; alt: string };
  /** The way the wording went, in order. */
  steps?: DraftStep[];
  /** Where statements come from: another version, another framework. */
  origins?: DraftOrigin[];
};

export type ElementExtras = {
  addressees?: ('organisation' | 'leaders' | 'employees' | 'trio' | 'citizens')[];
  /** Ids of `coreTasks`. */
  coreTasks?: string[];
  /** Ids of elements that are values. */
  values?: string[];
  /** Ids of `strategies`. */
  strategies?: string[];
  weights?: { level: string; weight: 1 | 2 | 3; words: string }[];
};
