// The worker process: runs jobs from the queue, and looks after each organisation at regular times.
import { PgBoss } from 'pg-boss';
import { environment } from '#environment';
import { errorFields, log } from '#base/log.ts';
import { closeProcessConnection, processConnection } from '#database/process.ts';
import { mintTenant } from '#database/tenant.ts';
import { JOB_NAMES, type JobName, type JobPayloads } from '#jobs/names.ts';
import { JOBS } from '#jobs/run/registry.ts';
import { SCHEDULE } from '#jobs/schedule.ts';
import { allOrganisations } from '#rooms/organisations/read.server.ts';

const url = environment.DATABASE_URL_WORKER;
if (url === undefined) throw new Error('the worker was started without DATABASE_URL_WORKER');
const connection = processConnection();
const boss = new PgBoss({ connectionString: url, migrate: false, max: 4, useListenNotify: true });
boss.on('error', (error) => log.warn('job queue', errorFields(error)));

async function run<Name extends JobName>(name: Name, payload: JobPayloads[Name]): Promise<void> {
  const job = JOBS[name];
  if (job === undefined) throw new Error(`no such job: ${name}`);
  // A payload without an organisation is refused here: mintTenant takes nothing else than a number of one.
  await job({ tenant: mintTenant(connection, payload.organisation), connection }, payload);
}

async function work<Name extends JobName>(name: Name): Promise<void> {
  await boss.work<JobPayloads[Name]>(name, { batchSize: 1, pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) {
      try {
        await run(name, job.data);
        log.debug('job done', { job: name, organisation: job.data.organisation });
      } catch (error) {
        log.error('job failed', { job: name, organisation: job.data?.organisation, ...errorFields(error) });
        throw error;
      }
    }
  });
}

const looking = new Set<string>();
const timers: NodeJS.Timeout[] = [];

async function lookAfterAll(job: JobName, look: (organisation: number) => Promise<void>): Promise<void> {
  if (looking.has(job)) return;
  looking.add(job);
  try {
    for (const organisation of await allOrganisations(connection.kysely)) await look(organisation.id);
  } catch (error) {
    log.warn('regular look failed', { job, ...errorFields(error) });
  } finally {
    looking.delete(job);
  }
}

await boss.start();
for (const name of JOB_NAMES) if (JOBS[name] !== undefined) await work(name);
for (const entry of SCHEDULE) {
  const look = () => void lookAfterAll(entry.job, (organisation) => entry.look(mintTenant(connection, organisation)));
  timers.push(setInterval(look, entry.everySeconds * 1000));
  look();
}
process.send?.({ ready: true });
log.info('worker ready');

async function stop(): Promise<void> {
  for (const timer of timers) clearInterval(timer);
  await boss.stop({ graceful: true, timeout: 10_000 });
  await closeProcessConnection();
  process.exit(0);
}
process.on('disconnect', () => void stop());
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => undefined);
