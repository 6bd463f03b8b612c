import type { Locale } from '#base/text.ts';

export type LiveUnit = { id: string; code: string; name: string; parentId: string | null };
export type LiveEmployment = { personId: string; unitId: string; number: string; title: string };
export type LiveLeadership = { personId: string; unitId: string; level: number };
export type LivePerson = { id: string; name: string; email: string | null; language: Locale };

/** The organisation at one moment: nothing that has ended. A parent that is not here means a top. */
export type LiveOrganisation = {
  units: LiveUnit[];
  employments: LiveEmployment[];
  leaderships: LiveLeadership[];
  persons: LivePerson[];
};

/** A unit of the frozen tree. The key is the unit's id, or made for a leader whose units are led by nobody in common. */
export type PlannedNode = { key: string; parentKey: string | null; unitCode: string; name: string; depth: number };
export type PlannedLeader = {
  personId: string;
  nodeKey: string;
  superiorId: string | null;
  name: string;
  title: string;
  level: number;
  unitIds: string[];
};
/** Who answers together: about one leader, or in a node's pool (leaderId null). */
export type PlannedGroup = { nodeKey: string; leaderId: string | null; invited: number };
export type PlannedRater = {
  personId: string;
  aboutId: string;
  /** Where the answer counts: the leader's own group on that node, or the node's pool. */
  nodeKey: string;
  pooled: boolean;
  name: string;
  email: string | null;
  language: Locale;
  unitName: string;
};
/** A person who cannot be asked, and where they work. */
export type LeftOut = { personId: string; name: string; unitId: string; unitName: string };
export type DisputedUnit = { unitId: string; name: string; leaders: { personId: string; name: string }[] };

/** Who is asked about whom, before ids are given. */
export type SnapshotPlan = {
  nodes: PlannedNode[];
  leaders: PlannedLeader[];
  groups: PlannedGroup[];
  raters: PlannedRater[];
  /** Nobody leads their unit or any unit above it. */
  withoutLeader: LeftOut[];
  /** Fewer than k people even at the top: an answer could be told apart, so they are not asked. */
  tooFew: LeftOut[];
  /** Units with two leaders, to be settled before launch. */
  disputed: DisputedUnit[];
  /** People with several jobs, who are asked once: about the leader of the named unit. */
  severalJobs: { personId: string; name: string; unitName: string }[];
};

/** The ids a snapshot was given, by the ids of the living organisation. */
export type SnapshotIds = {
  nodes: Map<string, string>;
  leaders: Map<string, string>;
  groups: Map<string, string>;
  raterGroup: Map<string, string>;
};
