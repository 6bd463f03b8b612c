// One line of JSON per event on stderr, with a closed list of fields, so that no answer, name, address, link or code can slip in.
import { environment } from '#environment';

export type LogFields = {
  process?: string;
  route?: string;
  method?: string;
  status?: number;
  ms?: number;
  job?: string;
  id?: string;
  organisation?: number;
  count?: number;
  error?: string;
  code?: string;
  at?: string;
};

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];
const FIELDS = new Set<string>([
  'process',
  'route',
  'method',
  'status',
  'ms',
  'job',
  'id',
  'organisation',
  'count',
  'error',
  'code',
  'at',
]);

function write(level: Level, event: string, fields: LogFields): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(environment.LOG_LEVEL)) return;
  const known = Object.fromEntries(Object.entries(fields).filter(([name, value]) => FIELDS.has(name) && value !== undefined));
  process.stderr.write(
    JSON.stringify({ time: new Date().toISOString(), level, process: environment.PEJLING_PROCESS, event, ...known }) + '\n',
  );
}

export const log = {
  debug: (event: string, fields: LogFields = {}) => write('debug', event, fields),
  info: (event: string, fields: LogFields = {}) => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}) => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}) => write('error', event, fields),
};

/** An error as a log may carry it: its type, its code and where in our code it arose; never its message, which may quote people's words. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('at '))
    ?.trim();
  return { error: error.name, ...(code ? { code } : {}), ...(at ? { at } : {}) };
}
