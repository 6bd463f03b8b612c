// Where the browser keeps things: a database of its own, or, on a shared device, only the memory of the open page.

/** A place to keep things by name. */
export type Shelf = {
  get: <T>(name: string) => Promise<T | null>;
  put: (name: string, value: unknown) => Promise<void>;
  drop: (name: string) => Promise<void>;
};

/** Forgets everything when the page is closed. */
export function memoryShelf(): Shelf {
  const things = new Map<string, unknown>();
  return {
    get: async <T>(name: string) => (things.get(name) as T | undefined) ?? null,
    put: async (name, value) => void things.set(name, value),
    drop: async (name) => void things.delete(name),
  };
}

/** Keeps things in the browser's database. It can hold a key that no script can read out, and a write is on disk when it is done. */
export async function browserShelf(): Promise<Shelf> {
  const database = await openDatabase();
  const run = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      const transaction = database.transaction('things', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('things'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  return {
    get: async <T>(name: string) => (await run<T | undefined>('readonly', (store) => store.get(name))) ?? null,
    put: async (name, value) => void (await run('readwrite', (store) => store.put(value, name))),
    drop: async (name) => run('readwrite', (store) => store.delete(name)),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pejling', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('things');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
