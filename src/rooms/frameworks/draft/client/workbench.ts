import type { DraftNews } from '../workbench/schema.ts';
import { Editor, type EditorPorts } from './editor.ts';
import { letDrag } from './drag.ts';
import { listenToKeys } from './keys.ts';
import { Bar } from './bar.ts';
import { Deeds, type Desk } from './deeds.ts';
import { Marked } from './marked.ts';
import { Places } from './places.ts';
import { Shelf, type Typed } from './shelf.ts';
import { bringIntoView, Source } from './source.ts';
import { Talk, type Reply } from './talk.ts';
import { part, Texts } from './texts.ts';
import { Tree } from './tree.ts';

const LOOK_EVERY_MS = 15_000;

/** The workbench on the page: what is chosen, what is open, and what every key and button does. */
export class Workbench implements Desk {
  readonly texts = new Texts(part('#workbench-texts'));
  readonly tree: Tree;
  readonly talk: Talk;
  readonly places: Places;
  readonly shelf: Shelf;
  readonly bar: Bar;
  readonly marked: Marked;
  readonly #bench: HTMLElement;
  readonly #source: Source;
  readonly #deeds: Deeds;
  readonly #ports: EditorPorts;
  editor: Editor | null = null;
  chosen: string | null = null;

  constructor(bench: HTMLElement) {
    this.#bench = bench;
    this.tree = new Tree(part('#draft-tree'), part<HTMLTemplateElement>('#row-template'), this.texts);
    this.talk = new Talk(bench.dataset['changes'] ?? '', Number(bench.dataset['revision']), (news) => this.#hear(news));
    this.places = new Places(part('#workbench-places'), this.texts);
    this.shelf = new Shelf(bench.dataset['version'] ?? '');
    this.#source = new Source((line) => this.#toLine(line));
    this.bar = new Bar(bench, this.texts);
    this.marked = new Marked(this.tree, this.texts, this.bar);
    this.#deeds = new Deeds(this);
    this.#ports = {
      tree: this.tree,
      talk: this.talk,
      shelf: this.shelf,
      texts: this.texts,
      attributes:
        part<HTMLAnchorElement>('[data-part=attributes]', part<HTMLTemplateElement>('#editor-template').content).getAttribute(
          'href',
        ) ?? '',
      press: (what) => void this.press(what),
      state: (key) => this.bar.state(this.texts.say(key)),
      heard: (reply) => this.trouble(reply),
      say: (words) => this.bar.say(words),
    };
  }

  begin(): void {
    this.#bench.classList.add('is-live');
    this.bar.show('draft');
    for (const hidden of this.#bench.querySelectorAll<HTMLElement>('[data-live]')) hidden.hidden = false;
    this.#listen();
    listenToKeys(this.#bench, this);
    letDrag(this.tree, (id, to) => void this.#deeds.drop(id, to));
    void this.#bringBack().then(() => {
      const id = /^#element-(.+)$/.exec(location.hash)?.[1];
      if (id !== undefined && this.tree.item(id) !== null && this.editor === null) this.open(id);
    });
  }

  /** Marks a statement and its lines in the document. */
  select(id: string, focus = true): void {
    if (this.chosen !== null) this.tree.link(this.chosen)?.removeAttribute('aria-current');
    for (const row of this.tree.root.querySelectorAll('.row.is-selected')) row.classList.remove('is-selected');
    const facts = this.tree.facts(id);
    const link = this.tree.link(id);
    if (facts === null || link === null) return;
    this.chosen = id;
    link.setAttribute('aria-current', 'true');
    const row = link.closest<HTMLElement>('.row');
    row?.classList.add('is-selected');
    if (focus) {
      link.focus({ preventScroll: true });
      if (row) bringIntoView(row);
    }
    this.#source.show(facts.first, facts.last);
  }

  /** Opens the editor of a statement; what is open is saved and closed first. */
  open(id: string, start: { field: 'title' | 'text'; first: boolean } | null = null): void {
    if (this.editor?.id === id) return this.editor.focus(start?.field ?? null, start?.first);
    this.leave();
    this.select(id, false);
    this.editor = new Editor(id, this.#ports);
    this.#showDoubt(id);
    this.editor.focus(start?.field ?? null, start?.first);
    history.replaceState(null, '', `#element-${id}`);
  }

  /** Every button and key, by name. Those that change the draft wait until what is typed has been saved. */
  async press(what: string): Promise<void> {
    const id = this.chosen;
    if (what === 'close') return this.close();
    if (what === 'next' || what === 'previous') return this.toPlace(what === 'next' ? 1 : -1);
    if (what === 'undo' || what === 'redo') return this.#deeds.travel(what);
    if (id === null) return;
    if (what === 'moveTo') return this.#deeds.openMove(id);
    if (what === 'writeAgain') return this.#deeds.writeAgain();
    const cut = this.editor?.id === id ? this.editor.cut() : null;
    if (!(await this.saved())) return;
    if (what === 'see') await this.#deeds.see(id);
    else if (['up', 'down', 'in', 'out'].includes(what)) await this.#deeds.step(id, what);
    else if (what === 'split') await this.#deeds.split(id, cut);
    else if (what === 'joinNext' || what === 'joinPrevious')
      await this.#deeds.join(id, what === 'joinNext' ? 'next' : 'previous');
    else if (what === 'add') await this.#deeds.add(id);
    else if (what === 'remove') await this.#deeds.remove(id);
  }

  /** Closes the editor; its words go on being saved. */
  close(): void {
    const id = this.editor?.id ?? null;
    this.leave();
    history.replaceState(null, '', location.pathname);
    if (id !== null && this.tree.item(id) !== null) this.select(id);
  }

  /** From the draft to the document and back. */
  switchPane(): void {
    const toSource = this.#source.pane !== null && !part('#pane-source').contains(document.activeElement);
    this.bar.show(toSource ? 'source' : 'draft');
    if (toSource) this.#source.pane?.focus();
    else if (this.chosen !== null) this.select(this.chosen);
    else part('#pane-draft').focus();
  }

  /** The editor goes without being saved: its words have found another place. */
  forget(): void {
    this.editor?.remove();
    this.editor = null;
  }

  async saved(): Promise<boolean> {
    return this.editor === null || (await this.editor.save());
  }

  toPlace(direction: 1 | -1): void {
    const place = this.places.from(this.chosen, direction);
    if (place === null) return this.bar.say(this.texts.say('noPlaces'));
    const open = this.editor !== null;
    this.bar.show('draft');
    if (place.kind === 'element') {
      if (open) this.open(place.id);
      else this.select(place.id);
    } else {
      this.leave();
      this.#selectPassage(place.id);
    }
    this.bar.say(this.places.said(place));
  }

  #selectPassage(id: string): void {
    const item = document.getElementById(`rest-${id}`);
    if (item === null) return;
    this.chosen = id;
    this.#source.show(Number(item.dataset['first'] || NaN) || null, Number(item.dataset['last'] || NaN) || null);
    item.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    bringIntoView(item);
  }

  #toLine(line: number): boolean {
    const id = this.tree.idOfLine(line);
    if (id === null) return false;
    this.bar.show('draft');
    this.select(id);
    return true;
  }

  leave(): void {
    const editor = this.editor;
    if (editor === null) return;
    this.editor = null;
    // Its words are on the shelf until they are saved, so the editor need not be there any longer.
    void editor.save().then((saved) => {
      if (saved || this.editor?.id === editor.id) return;
      this.bar.state(this.texts.say('unsaved'));
    });
    editor.remove();
  }

  #hear(news: DraftNews): void {
    if (news.reload) return this.#mustReload();
    const editing = this.editor !== null && this.editor.node.contains(document.activeElement) ? document.activeElement : null;
    const gone = this.editor !== null && news.gone.includes(this.editor.id) ? this.editor : null;
    if (gone !== null) this.tree.root.prepend(gone.node);
    this.tree.update(news.rows, news.gone);
    if (gone !== null && gone.dirty) gone.conflict(null, news.revision);
    else if (gone !== null) {
      gone.remove();
      this.editor = null;
    }
    if (editing instanceof HTMLElement && editing !== document.activeElement) editing.focus({ preventScroll: true });
    const { now, past } = this.places.update(news);
    for (const id of past) this.tree.doubt(id, null, false);
    for (const place of now) this.tree.doubt(place.id, place.reasons, place.seen);
    for (const row of news.rows) {
      const place = this.places.get(row.id);
      this.tree.doubt(row.id, place?.reasons ?? null, place?.seen === true);
    }
    this.bar.travel(news);
    if (this.editor !== null) {
      this.#showDoubt(this.editor.id);
      this.editor.refresh();
    }
    this.bar.state(this.editor?.dirty === true ? this.texts.say('unsaved') : news.savedAt);
    if (news.others) this.bar.say(this.texts.say('others'));
    if (news.passagesChanged) void this.#fetchPassages();
  }

  #showDoubt(id: string): void {
    const place = this.places.get(id);
    this.editor?.doubt(place?.reasons ?? null, place?.seen === true);
  }

  /** The passages without a place are few and have forms of their own: they come as the server sets them. */
  async #fetchPassages(): Promise<void> {
    try {
      const response = await fetch(`${location.pathname}?view=tree`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      for (const part of ['#unplaced', '.tabs [aria-current=page]']) {
        const [old, fresh] = [this.#bench.querySelector(part), page.querySelector(`#workbench ${part}`)];
        if (old && fresh) old.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // They stand as they stood until the connection is back.
    }
  }

  #mustReload(): void {
    this.trouble({ state: 'closed', said: this.texts.say('reload') });
  }

  trouble(reply: Reply, deed = false): void {
    if (reply.state === 'done') return;
    const known = {
      offline: deed ? 'offlineDeed' : 'offline',
      signedOut: 'signedOut',
      closed: 'closed',
      conflict: '',
      refused: '',
    };
    const said = 'said' in reply && reply.said !== '' ? reply.said : this.texts.say(known[reply.state]);
    this.bar.state(said, true);
    this.bar.say(said);
  }

  /** What was typed earlier and never reached the server is saved now; where somebody else was faster, both are shown. */
  async #bringBack(): Promise<void> {
    for (const typed of this.shelf.all()) {
      const facts = this.tree.facts(typed.element);
      if (facts !== null && sameWords(facts, typed)) {
        this.shelf.drop(typed.element);
        continue;
      }
      if (facts === null || this.editor !== null) continue;
      this.select(typed.element, false);
      this.editor = new Editor(typed.element, this.#ports, typed);
      this.bar.say(this.texts.say('keptWords'));
      if (await this.editor.save()) this.leave();
    }
  }

  #listen(): void {
    this.tree.root.addEventListener('click', (event) => {
      const id = this.tree.idAt(event.target);
      if (id === null || !(event.target instanceof Element) || event.target.closest('[data-part=editor], input') !== null) return;
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (event.target.closest('[data-part=name]') !== null) this.open(id);
      else this.select(id);
    });
    this.tree.root.addEventListener('focusin', (event) => {
      const id = this.tree.idAt(event.target);
      if (id !== null && id !== this.chosen && event.target instanceof Element && event.target.closest('.row') !== null)
        this.select(id, false);
    });
    part('#unplaced').addEventListener('focusin', (event) => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>('li[data-rest]') : null;
      if (item === null) return;
      this.chosen = item.dataset['rest'] ?? null;
      this.#source.show(Number(item.dataset['first']) || null, Number(item.dataset['last']) || null);
    });
    this.#bench.addEventListener('submit', (event) => this.#submit(event));
    for (const [id, what] of [
      ['next', 'next'],
      ['previous', 'previous'],
    ] as const)
      part(`#workbench-${id}`).addEventListener('click', () => void this.press(what));
    window.addEventListener('online', () => void (this.editor?.dirty === true ? this.editor.save() : this.#bringBack()));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.editor?.save();
      else void this.talk.look();
    });
    window.setInterval(() => void (document.hidden ? null : this.#lookAround()), LOOK_EVERY_MS);
  }

  async #lookAround(): Promise<void> {
    if (this.editor?.dirty === true) await this.editor.save();
    const reply = await this.talk.look();
    if (reply !== null && reply.state !== 'done') this.trouble(reply);
  }

  /** Forms of this page that the program sends itself, so that the page need not be loaded again. */
  #submit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const deed = (event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '')
      .replace(/^\?\//, '')
      .replace(/[#&].*/, '');
    if (deed === 'undo' || deed === 'redo') void this.press(deed);
    else if (deed === 'many' || deed === 'removeMany') {
      const fields = new FormData(form);
      const elements = fields.getAll('elements').map(String);
      const common = Object.fromEntries(['kind', 'level', 'parent'].map((name) => [name, String(fields.get(name) ?? 'keep')]));
      if (elements.length === 0) return this.#refuse(event, this.texts.say('marked', { count: 0 }));
      void this.#deeds.many(deed === 'many' ? { elements, ...common } : { elements }, deed);
    } else if (deed === 'sort') {
      const fields = new FormData(form, event.submitter);
      void this.#deeds.do('sort', { rest: String(fields.get('rest')), kind: String(fields.get('kind')) }, null);
    } else return;
    event.preventDefault();
  }

  #refuse(event: SubmitEvent, words: string): void {
    event.preventDefault();
    this.bar.say(words);
  }
}

function sameWords(a: Omit<Typed, 'base' | 'element'>, b: Typed): boolean {
  return a.kind === b.kind && a.level === b.level && a.title.trim() === b.title && a.text.trim() === b.text;
}
