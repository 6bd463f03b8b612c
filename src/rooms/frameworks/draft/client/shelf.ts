/** Words that have been typed and not been saved yet, kept in this browser until the server has them. */
export type Typed = { element: string; kind: string; level: string; title: string; text: string; base: number };

export class Shelf {
  readonly #name: string;

  constructor(version: string) {
    this.#name = `pejling/draft/${version}/`;
  }

  keep(typed: Typed): void {
    try {
      localStorage.setItem(this.#name + typed.element, JSON.stringify(typed));
    } catch {
      // A browser that keeps nothing: the words are still on the page.
    }
  }

  drop(element: string): void {
    try {
      localStorage.removeItem(this.#name + element);
    } catch {
      // There is nothing to take away.
    }
  }

  all(): Typed[] {
    try {
      const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
      return keys.filter((key) => key.startsWith(this.#name)).map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Typed);
    } catch {
      return [];
    }
  }
}
