import * as v from 'valibot';

/** 'closed' is closed for answers; whether its results are ready is for the results to know. */
export type RoundStatus = 'draft' | 'preparing' | 'open' | 'closed';
export type Middle = 'mean' | 'shares';

/** What people are told before they answer, in the organisation's own words. All six must be there before launch. */
export const INFORMATION = ['purpose', 'legalBasis', 'contact', 'recipients', 'retention', 'categories'] as const;
export type InformationField = (typeof INFORMATION)[number];
export type RoundInformation = Record<InformationField, string>;

/** The rules that are fixed at launch and shown to everybody. */
export type RoundRules = {
  k: number;
  middle: Middle;
  asksSuperior: boolean;
  superiorSees: boolean;
  hrSees: boolean;
  employeesSee: boolean;
};

export type RoundFacts = RoundRules & {
  id: string;
  title: string;
  versionId: string;
  status: RoundStatus;
  /** As the newest manifest says, else as chosen so far. */
  closesAt: Date | null;
  createdAt: Date;
  launchedAt: Date | null;
  readyAt: Date | null;
  closedAt: Date | null;
  /** Why preparing stopped, as a code; null while it runs. */
  failure: string | null;
  extended: boolean;
  manifestHash: string | null;
  information: RoundInformation;
  medHearing: string;
  revision: number;
};

export type RoundNode = { id: string; parentId: string | null; unitCode: string; name: string; depth: number };
export type RoundLeader = {
  id: string;
  nodeId: string;
  personId: string;
  superiorId: string | null;
  name: string;
  title: string;
  level: number;
  /** The nodes of the units led. */
  leads: string[];
};
export type RoundGroup = { id: string; nodeId: string; leaderId: string | null; invited: number };

export const LOWEST_K = 5;
export const HIGHEST_K = 20;

const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const box = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value === 'on'),
  ),
  '',
);

export const NewRoundInput = v.object({
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  versionId: v.pipe(v.string(), v.uuid()),
});
export type NewRoundInput = v.InferOutput<typeof NewRoundInput>;

/** What can be changed about a round until it is launched. Empty fields may be saved; launching asks for them. */
export const SettingsInput = v.object({
  revision: v.pipe(v.string(), v.transform(Number), v.integer()),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  k: v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(LOWEST_K), v.maxValue(HIGHEST_K)),
  middle: v.picklist(['mean', 'shares']),
  asksSuperior: box,
  superiorSees: box,
  hrSees: box,
  employeesSee: box,
  purpose: line(2000),
  legalBasis: line(2000),
  contact: line(1000),
  recipients: line(2000),
  retention: line(2000),
  categories: line(2000),
  medHearing: line(500),
});
export type SettingsInput = v.InferOutput<typeof SettingsInput>;
