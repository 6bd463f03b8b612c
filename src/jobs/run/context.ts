import type { Connection } from '#database/connection.ts';
import type { Tenant } from '#database/tenant.ts';
import type { JobPayloads } from '#jobs/names.ts';

/** What a job works with: the proof of the one organisation that its payload names. */
export type JobContext = { tenant: Tenant; connection: Connection };
export type Job<Name extends keyof JobPayloads> = (context: JobContext, payload: JobPayloads[Name]) => Promise<void>;
