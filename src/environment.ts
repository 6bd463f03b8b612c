// The only file that reads the process's environment. Everything is checked here once, so that a wrong setting stops the start
// with one clear line instead of a strange error later.
import path from 'node:path';
import * as v from 'valibot';

const port = v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(0), v.maxValue(65535));
const flag = v.pipe(
  v.picklist(['0', '1', '']),
  v.transform((value) => value === '1'),
);

const Settings = v.object({
  PORT: v.optional(port, '3000'),
  HOST: v.optional(v.string()),
  ORIGIN: v.optional(v.pipe(v.string(), v.url())),
  URN_ORIGIN: v.optional(v.pipe(v.string(), v.url())),
  DATA_DIR: v.optional(v.string(), '.data'),
  DATABASE_URL: v.optional(v.string()),
  DATABASE_URL_WEB: v.optional(v.string()),
  DATABASE_URL_WORKER: v.optional(v.string()),
  DATABASE_URL_URN: v.optional(v.string()),
  DEMO: v.optional(flag),
  SMTP_URL: v.optional(v.string()),
  MAIL_FROM: v.optional(v.string(), 'Pejling <pejling@localhost>'),
  TRUSTED_PROXY: v.optional(flag, '0'),
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error']), 'info'),
  PEJLING_PROCESS: v.optional(v.string(), ''),
  PEJLING_BUILD: v.optional(v.string()),
  PEJLING_EMBEDDED: v.optional(flag, '0'),
  PEJLING_TEST_CLUSTER: v.optional(v.string()),
  PEJLING_SOURCES: v.optional(v.string(), '../shared/seeds'),
  PEJLING_REFERENCES: v.optional(v.string(), '../shared'),
  CHROMIUM_PATH: v.optional(v.string()),
  CI: v.optional(v.string()),
});

function readSettings(source: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(Settings, filled);
  if (parsed.success) return parsed.output;
  const lines = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
  throw new Error(`Environment is not valid. ${lines.join('; ')}`);
}

const settings = readSettings(process.env);

/** The checked settings of this process. `demo` is true only without a database of one's own, or when asked for by DEMO=1. */
export const environment = {
  ...settings,
  dataDir: path.resolve(settings.DATA_DIR),
  demo: settings.DEMO ?? (settings.DATABASE_URL === undefined || settings.PEJLING_EMBEDDED),
  inCi: settings.CI !== undefined,
} as const;

/** The environment for a child process: ours with the given changes. */
export function childEnvironment(changes: Record<string, string | undefined>): Record<string, string> {
  const merged = { ...process.env, ...changes };
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
