/** The words the page carries for its program, in the reader's language, with {places} to fill. */
export class Texts {
  readonly #words = new Map<string, string>();

  constructor(list: Element) {
    for (const item of list.querySelectorAll<HTMLElement>('[data-key]'))
      this.#words.set(item.dataset['key'] ?? '', item.textContent ?? '');
  }

  say(key: string, facts: Record<string, string | number> = {}): string {
    return (this.#words.get(key) ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
  }
}

/** A part of the page that must be there. */
export function part<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
