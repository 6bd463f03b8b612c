import type { Element as Stored } from '../schema.ts';
import type { Shelf, Typed } from './shelf.ts';
import type { Reply, Talk } from './talk.ts';
import { part, type Texts } from './texts.ts';
import type { RowFacts, Tree } from './tree.ts';

const PAUSE_MS = 900;
type Words = { kind: string; level: string; title: string; text: string };
export type EditorPorts = {
  tree: Tree;
  talk: Talk;
  shelf: Shelf;
  texts: Texts;
  attributes: string;
  press: (what: string) => void;
  state: (key: string) => void;
  heard: (reply: Reply) => void;
  say: (words: string) => void;
};

/** The open editor of one statement. It saves by itself while somebody types, and never lets go of words that are not saved. */
export class Editor {
  readonly id: string;
  readonly node: HTMLElement;
  readonly #ports: EditorPorts;
  #base: number;
  #sent: string;
  #timer = 0;
  #stuck = false;
  #lastField: 'title' | 'text' = 'text';

  constructor(id: string, ports: EditorPorts, typed?: Typed) {
    this.id = id;
    this.#ports = ports;
    this.#base = typed?.base ?? ports.talk.revision;
    const facts = ports.tree.facts(id);
    const template = part<HTMLTemplateElement>('#editor-template');
    this.node = part('[data-part=editor]', template.content).cloneNode(true) as HTMLElement;
    this.#fill(typed ?? facts ?? { kind: '', level: '', title: '', text: '' });
    this.#sent = typed === undefined ? JSON.stringify(this.words()) : facts === null ? '' : JSON.stringify(wordsOf(facts));
    part<HTMLAnchorElement>('[data-part=attributes]', this.node).href = ports.attributes + id;
    this.#listen();
    ports.tree.item(id)?.querySelector(':scope > .row')?.after(this.node);
    this.#grow();
  }

  get dirty(): boolean {
    return JSON.stringify(this.words()) !== this.#sent;
  }

  focus(field: 'title' | 'text' | null = null, start = false): void {
    const which = field ?? (this.#field('text').value === '' && this.#field('title').value !== '' ? 'title' : 'text');
    const target = this.#field(which);
    target.focus({ preventScroll: true });
    const at = start ? 0 : target.value.length;
    target.setSelectionRange(at, at);
    this.node.scrollIntoView({ block: 'nearest' });
  }

  /** Where the cursor stands in the words as the server has them. */
  cut(): { part: 'title' | 'text'; at: number } | null {
    const field = this.#field(this.#lastField);
    const before = field.value.slice(0, field.selectionStart ?? 0);
    const at = before.replace(/^\s+/, '').length;
    return at === 0 && this.#lastField === 'title' ? null : { part: this.#lastField, at };
  }

  words(): Words {
    const select = (name: string): string => this.node.querySelector<HTMLSelectElement>(`[name=${name}]`)?.value ?? '';
    return {
      kind: select('kind'),
      level: select('level'),
      title: this.#field('title').value.trim(),
      text: this.#field('text').value.replaceAll('\r\n', '\n').trim(),
    };
  }

  /** Saves what is not saved. False when the words could not be saved now; they are still here. */
  async save(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    if (this.#stuck) return false;
    if (!this.dirty) return true;
    const words = this.words();
    this.#ports.state('saving');
    const reply = await this.#ports.talk.ask('save', () => ({
      element: this.id,
      revision: this.#base,
      running: 'yes',
      ...words,
    }));
    return this.#answered(reply, words);
  }

  /** The statement was changed by what this page itself did, or by somebody else while nothing was typed here. */
  refresh(): void {
    const facts = this.#ports.tree.facts(this.id);
    if (facts === null || this.dirty) return;
    this.#base = this.#ports.talk.revision;
    if (JSON.stringify(wordsOf(facts)) === this.#sent) return;
    this.#fill(facts);
    this.#sent = JSON.stringify(this.words());
  }

  doubt(reasons: string | null, seen: boolean): void {
    const line = part('[data-part=reasons]', this.node);
    line.hidden = reasons === null || seen;
    line.textContent = reasons ?? '';
    part('[data-press=see]', this.node).hidden = reasons === null || seen;
  }

  remove(): void {
    window.clearTimeout(this.#timer);
    this.node.remove();
  }

  #answered(reply: Reply, words: Words): boolean {
    if (reply.state === 'done') {
      this.#sent = JSON.stringify(words);
      this.#base = reply.news.revision;
      this.#problem('');
      const stored = this.#ports.tree.facts(this.id);
      // Somebody was faster after this save and before its answer: what is stored is theirs, and the next save must say so.
      if (stored !== null && JSON.stringify(wordsOf(stored)) !== this.#sent) this.#base = reply.news.revision - 1;
      if (!this.dirty) this.#ports.shelf.drop(this.id);
      return true;
    }
    if (reply.state === 'conflict') this.conflict(reply.theirs, reply.revision);
    if (reply.state === 'refused') this.#problem(Object.values(reply.fields)[0] ?? reply.said);
    this.#ports.heard(reply);
    return false;
  }

  /** Shows what somebody else has saved beside what was typed here, and waits until the person has chosen. */
  conflict(theirs: Stored | null, revision: number): void {
    this.#stuck = true;
    const template = part<HTMLTemplateElement>('#conflict-template');
    const box = part('div', template.content).cloneNode(true) as HTMLElement;
    const holder = part('[data-part=conflict]', this.node);
    const show = (name: string, words: string): void => {
      part(`[data-part=${name}]`, box).textContent = words;
    };
    show('title', theirs?.title ?? '');
    show('text', theirs?.text ?? '');
    const mine = part('#conflict-mine', box);
    mine.addEventListener('click', () => {
      this.#settle(revision);
      void (theirs === null ? this.#ports.press('writeAgain') : this.save());
    });
    part('#conflict-theirs', box).addEventListener('click', () => {
      this.#settle(revision);
      this.#ports.shelf.drop(this.id);
      this.#sent = JSON.stringify(this.words());
      if (theirs === null) this.#ports.press('close');
      else this.refresh();
    });
    holder.replaceChildren(box);
    holder.hidden = false;
    this.#ports.say(this.#ports.texts.say('conflict'));
    holder.scrollIntoView({ block: 'nearest' });
  }

  #settle(revision: number): void {
    this.#stuck = false;
    this.#base = Math.max(revision, this.#ports.talk.revision);
    const holder = part('[data-part=conflict]', this.node);
    holder.hidden = true;
    holder.replaceChildren();
    this.#field('text').focus();
  }

  #listen(): void {
    this.node.addEventListener('input', () => {
      const { kind, level, title, text } = this.words();
      this.#ports.shelf.keep({ element: this.id, kind, level, title, text, base: this.#base });
      this.#ports.state('unsaved');
      this.#grow();
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.save(), PAUSE_MS);
    });
    this.node.addEventListener('change', () => void this.save());
    this.node.addEventListener('focusin', (event) => {
      const name = event.target instanceof HTMLElement ? event.target.getAttribute('name') : null;
      if (name === 'title' || name === 'text') this.#lastField = name;
    });
    this.node.addEventListener('click', (event) => {
      const press = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-press]') : null;
      if (press !== null) this.#ports.press(press.dataset['press'] ?? '');
    });
    part('#live-close', this.node).addEventListener('click', () => this.#ports.press('close'));
  }

  #fill(words: Words | RowFacts): void {
    const set = (name: string, value: string): void => {
      const field = this.node.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
      if (field !== null) field.value = value;
    };
    for (const name of ['kind', 'level', 'title', 'text'] as const) set(name, words[name]);
    this.#grow();
  }

  #grow(): void {
    const field = this.#field('text');
    if (!(field instanceof HTMLTextAreaElement)) return;
    const width = Math.max(30, Math.floor(field.clientWidth / 9));
    const lines = field.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
    field.rows = Math.min(16, Math.max(2, lines));
  }

  #problem(words: string): void {
    const line = part('[data-part=problem]', this.node);
    line.hidden = words === '';
    line.textContent = words;
    if (words !== '') this.#ports.state('unsaved');
  }

  #field(name: 'title' | 'text'): HTMLInputElement | HTMLTextAreaElement {
    return part<HTMLInputElement>(`[name=${name}]`, this.node);
  }
}

function wordsOf({ kind, level, title, text }: Words): Words {
  return { kind, level, title: title.trim(), text: text.trim() };
}
