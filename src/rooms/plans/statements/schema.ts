/** A statement that can be chosen: its short name, and where it stands. */
export type StatementChoice = { statementId: string; name: string };

/** A part of a framework with what can be chosen in it. */
export type StatementPart = { partId: string; name: string; kindName: string; statements: StatementChoice[] };

/** A framework that holds today, part by part. */
export type FrameworkChoice = { frameworkId: string; versionId: string; title: string; parts: StatementPart[] };

/** A statement something rests on, as it reads today; href null when no framework that holds today has it. */
export type RestsOn = { statementId: string; name: string; framework: string; href: string | null };
