import type { DraftNews } from '../workbench/schema.ts';
import { part, type Texts } from './texts.ts';

/** The line above the draft: whether everything is saved, what undo would undo, which pane a phone shows, and what is said aloud. */
export class Bar {
  readonly #bench: HTMLElement;
  readonly #texts: Texts;

  constructor(bench: HTMLElement, texts: Texts) {
    this.#bench = bench;
    this.#texts = texts;
    part('#workbench-switch').addEventListener('click', () => this.show(this.shown === 'draft' ? 'source' : 'draft'));
    const keys = part<HTMLDialogElement>('#keys-dialog');
    part('#workbench-keys').addEventListener('click', () => keys.showModal());
    part('#keys-close').addEventListener('click', () => keys.close());
  }

  get shown(): string {
    return this.#bench.dataset['show'] ?? 'draft';
  }

  show(which: 'draft' | 'source'): void {
    this.#bench.dataset['show'] = which;
    part('#workbench-switch').textContent = this.#texts.say(which === 'draft' ? 'showSource' : 'showDraft');
  }

  say(words: string): void {
    part('#workbench-said').textContent = words;
  }

  state(words: string, trouble = false): void {
    const line = part('#workbench-state');
    if (line.textContent !== words) line.textContent = words;
    line.classList.toggle('is-trouble', trouble);
  }

  travel({ travel }: DraftNews): void {
    for (const which of ['undo', 'redo'] as const) {
      const button = part<HTMLButtonElement>(`#workbench-${which}`);
      const what = travel[which];
      button.disabled = what === null;
      if (what === null) button.removeAttribute('aria-label');
      else button.setAttribute('aria-label', this.#texts.say(`${which}What`, { what }));
      button.title = what ?? '';
    }
  }
}
