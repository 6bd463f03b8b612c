import type { Bar } from './bar.ts';
import type { Texts } from './texts.ts';
import type { Tree } from './tree.ts';

/** The statements that are ticked, to be changed together. */
export class Marked {
  readonly #tree: Tree;
  readonly #texts: Texts;
  readonly #bar: Bar;

  constructor(tree: Tree, texts: Texts, bar: Bar) {
    this.#tree = tree;
    this.#texts = texts;
    this.#bar = bar;
    tree.root.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === 'elements') this.#count();
    });
  }

  ids(): string[] {
    return this.#boxes().map((box) => box.value);
  }

  /** Ticks a statement or takes the tick away, and says how many are ticked. */
  turn(id: string): void {
    const box = this.#tree.item(id)?.querySelector<HTMLInputElement>(':scope > .row input[type=checkbox]');
    if (!box) return;
    box.checked = !box.checked;
    this.#count();
  }

  clear(said: string): void {
    for (const box of this.#boxes()) box.checked = false;
    const line = document.getElementById('many-count');
    if (line) line.textContent = said;
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#tree.root.querySelectorAll<HTMLInputElement>('input[name=elements]:checked')];
  }

  #count(): void {
    const count = this.ids().length;
    const words = this.#texts.say('marked', { count });
    const line = document.getElementById('many-count');
    const holder = line?.closest('details');
    if (line) line.textContent = words;
    if (holder && count === 1) holder.open = true;
    this.#bar.say(words);
  }
}
