import type { Statement } from '../schema.ts';

type VersionAddress = { organisation: string; framework: string; version: string };

/** Where members read a version. */
export function versionHref({ organisation, framework, version }: VersionAddress): string {
  return `/${organisation}/frameworks/${framework}/versions/${version}`;
}

/** Where members read one statement of a version: its words, its place, and where it is used. */
export function statementHref(address: VersionAddress & { statement: string }): string {
  return `${versionHref(address)}/statements/${address.statement}`;
}

/** Where anybody reads a public framework: its newest version, or one of the earlier ones. */
export function publicHref(organisation: string, address: string, version?: string): string {
  return `/public/${organisation}/${address}${version === undefined ? '' : `/versions/${version}`}`;
}

/** Where anybody reads one statement of a public framework. The address stays the same over versions. */
export function publicStatementHref(organisation: string, address: string, statement: string): string {
  return `${publicHref(organisation, address)}/statements/${statement}`;
}

/** Where else a statement stands that a version does not have, or where it stands too. */
export type StatementElsewhere = {
  /** Other versions of the framework that have it, newest first. */
  versions: { versionId: string; number: number; title: string }[];
  /** What it became in this version: what replaced it, or what it was split into or merged with. */
  successors: Statement[];
};
