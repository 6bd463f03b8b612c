import type { DraftNews, WorkbenchAnswer } from '../workbench/schema.ts';

/** What came of asking the server: its answer, or why there is none. */
export type Reply = WorkbenchAnswer | { state: 'offline' } | { state: 'signedOut' } | { state: 'closed'; said: string };
export type Fields = Record<string, string | number | readonly string[]>;

/** Speaks to the server, one thing at a time and in order, so that each answer builds on the one before. */
export class Talk {
  readonly #address: string;
  readonly #hear: (news: DraftNews) => void;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  revision: number;

  constructor(address: string, revision: number, hear: (news: DraftNews) => void) {
    this.#address = address;
    this.revision = revision;
    this.#hear = hear;
  }

  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Does one deed. The fields may be asked for at the last moment, when everything before has been answered. */
  ask(deed: string, fields: Fields | (() => Fields)): Promise<Reply> {
    return this.#inOrder(async () => {
      const form = new URLSearchParams({ deed, since: String(this.revision) });
      for (const [name, value] of Object.entries(typeof fields === 'function' ? fields() : fields))
        for (const one of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) form.append(name, one);
      return this.#read<WorkbenchAnswer>(this.#address, { method: 'POST', body: form });
    });
  }

  /** Asks whether somebody else has done something. */
  async look(): Promise<Reply | null> {
    if (this.busy) return null;
    return this.#inOrder(async () => {
      const news = await this.#read<DraftNews>(`${this.#address}?since=${this.revision}`, {});
      return 'state' in news ? news : ({ state: 'done', select: null, said: '', news } as const);
    });
  }

  async #inOrder(work: () => Promise<Reply>): Promise<Reply> {
    this.#waiting++;
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    try {
      const reply = await turn;
      if ('news' in reply) {
        this.revision = reply.news.revision;
        this.#hear(reply.news);
      }
      return reply;
    } finally {
      this.#waiting--;
    }
  }

  async #read<T extends object>(address: string, how: RequestInit): Promise<T | Exclude<Reply, WorkbenchAnswer>> {
    let response: Response;
    try {
      response = await fetch(address, { ...how, headers: { accept: 'application/json' } });
    } catch {
      return { state: 'offline' };
    }
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    if (response.redirected || (response.ok && !json)) return { state: 'signedOut' };
    if (response.status >= 500) return { state: 'offline' };
    if (!response.ok)
      return { state: 'closed', said: json ? (((await response.json()) as { message?: string }).message ?? '') : '' };
    return (await response.json()) as T;
  }
}
