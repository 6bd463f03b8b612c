import { environment } from '#environment';
import { connect, type Connection } from './connection.ts';

let connection: Connection | null = null;

/** This process's own connection: as web, worker or urn, by the address it was started with. */
export function processConnection(): Connection {
  if (connection === null) {
    const urls: Record<string, string | undefined> = {
      web: environment.DATABASE_URL_WEB,
      worker: environment.DATABASE_URL_WORKER,
      urn: environment.DATABASE_URL_URN,
    };
    const url = urls[environment.PEJLING_PROCESS];
    if (url === undefined)
      throw new Error(`The process "${environment.PEJLING_PROCESS}" was started without its database address.`);
    connection = connect(url);
  }
  return connection;
}

/** Closes this process's connection when it ends. */
export async function closeProcessConnection(): Promise<void> {
  await connection?.close();
  connection = null;
}
