import type { DraftNews } from '../workbench/schema.ts';
import { Editor, type EditorPorts } from './editor.ts';
import { letDrag } from './drag.ts';
import { listenToKeys } from './keys.ts';
import { MoveDialog } from './move-dialog.ts';
import { Places } from './places.ts';
import { Shelf, type Typed } from './shelf.ts';
import { bringIntoView, Source } from './source.ts';
import { Talk, type Fields, type Reply } from './talk.ts';
import { part, Texts } from './texts.ts';
import { Tree } from './tree.ts';

const LOOK_EVERY_MS = 15_000;

/** The workbench on the page: what is chosen, what is open, and what every key and button does. */
export class Workbench {
  readonly #bench: HTMLElement;
  readonly #texts = new Texts(part('#workbench-texts'));
  readonly #tree: Tree;
  readonly #talk: Talk;
  readonly #places: Places;
  readonly #shelf: Shelf;
  readonly #source: Source;
  readonly #dialog: MoveDialog;
  readonly #ports: EditorPorts;
  #editor: Editor | null = null;
  #chosen: string | null = null;
  #warned: string | null = null;

  constructor(bench: HTMLElement) {
    this.#bench = bench;
    this.#tree = new Tree(part('#draft-tree'), part<HTMLTemplateElement>('#row-template'), this.#texts);
    this.#talk = new Talk(bench.dataset['changes'] ?? '', Number(bench.dataset['revision']), (news) => this.#hear(news));
    this.#places = new Places(part('#workbench-places'), this.#texts);
    this.#shelf = new Shelf(bench.dataset['version'] ?? '');
    this.#source = new Source((line) => this.#toLine(line));
    this.#dialog = new MoveDialog(this.#tree, this.#texts);
    this.#ports = {
      tree: this.#tree,
      talk: this.#talk,
      shelf: this.#shelf,
      texts: this.#texts,
      attributes:
        part<HTMLAnchorElement>('[data-part=attributes]', part<HTMLTemplateElement>('#editor-template').content).getAttribute(
          'href',
        ) ?? '',
      press: (what) => void this.press(what),
      state: (key) => this.#state(this.#texts.say(key)),
      heard: (reply) => this.#trouble(reply),
      say: (words) => this.say(words),
    };
  }

  begin(): void {
    this.#bench.classList.add('is-live');
    this.#bench.dataset['show'] = 'draft';
    for (const hidden of this.#bench.querySelectorAll<HTMLElement>('[data-live]')) hidden.hidden = false;
    this.#listen();
    listenToKeys(this.#bench, this);
    letDrag(this.#tree, (id, to) => void this.#deed('move', { element: id, ...this.#seen(id), ...to }, id));
    void this.#bringBack().then(() => {
      const id = /^#element-(.+)$/.exec(location.hash)?.[1];
      if (id !== undefined && this.#tree.item(id) !== null && this.#editor === null) this.open(id);
    });
  }

  get chosen(): string | null {
    return this.#chosen;
  }

  get tree(): Tree {
    return this.#tree;
  }

  say(words: string): void {
    part('#workbench-said').textContent = words;
  }

  /** Marks a statement and its lines in the document. */
  select(id: string, focus = true): void {
    if (this.#chosen !== null) this.#tree.link(this.#chosen)?.removeAttribute('aria-current');
    for (const row of this.#tree.root.querySelectorAll('.row.is-selected')) row.classList.remove('is-selected');
    const facts = this.#tree.facts(id);
    const link = this.#tree.link(id);
    if (facts === null || link === null) return;
    this.#chosen = id;
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
    if (this.#editor?.id === id) return this.#editor.focus(start?.field ?? null, start?.first);
    this.#leave();
    this.select(id, false);
    this.#editor = new Editor(id, this.#ports);
    this.#showDoubt(id);
    this.#editor.focus(start?.field ?? null, start?.first);
    history.replaceState(null, '', `#element-${id}`);
  }

  /** Every button and key, by name. Those that change the draft wait until what is typed has been saved. */
  async press(what: string): Promise<void> {
    const id = this.#chosen;
    if (what === 'close') return this.close();
    if (what === 'next' || what === 'previous') return this.#toPlace(what === 'next' ? 1 : -1);
    if (what === 'undo' || what === 'redo') return this.#travel(what);
    if (id === null) return;
    if (what === 'moveTo') return this.#openMove(id);
    if (what === 'writeAgain') return this.#writeAgain();
    const cut = this.#editor?.cut() ?? null;
    if (!(await this.#saved())) return;
    if (what === 'see') await this.#see(id);
    else if (['up', 'down', 'in', 'out'].includes(what)) await this.#step(id, what);
    else if (what === 'split') await this.#split(id, cut);
    else if (what === 'joinNext' || what === 'joinPrevious') await this.#join(id, what === 'joinNext' ? 'next' : 'previous');
    else if (what === 'add') await this.#add(id);
    else if (what === 'remove') await this.#remove(id);
  }

  /** Closes the editor; its words go on being saved. */
  close(): void {
    const id = this.#editor?.id ?? null;
    this.#leave();
    history.replaceState(null, '', location.pathname);
    if (id !== null && this.#tree.item(id) !== null) this.select(id);
  }

  /** Ticks a statement or takes the tick away, and says how many are ticked. */
  mark(id: string): void {
    const box = this.#tree.item(id)?.querySelector<HTMLInputElement>(':scope > .row input[type=checkbox]');
    if (!box) return;
    box.checked = !box.checked;
    this.#countMarked();
  }

  /** From the draft to the document and back. */
  switchPane(): void {
    const toSource = this.#source.pane !== null && !part('#pane-source').contains(document.activeElement);
    this.#show(toSource ? 'source' : 'draft');
    if (toSource) this.#source.pane?.focus();
    else if (this.#chosen !== null) this.select(this.#chosen);
    else part('#pane-draft').focus();
  }

  #marked(): string[] {
    return [...this.#tree.root.querySelectorAll<HTMLInputElement>('input[name=elements]:checked')].map((box) => box.value);
  }

  #countMarked(): void {
    const count = this.#marked().length;
    const words = this.#texts.say('marked', { count });
    const line = document.getElementById('many-count');
    const holder = line?.closest('details');
    if (line) line.textContent = words;
    if (holder && count === 1) holder.open = true;
    this.say(words);
  }

  #seen(id: string): Fields {
    return { element: id, revision: this.#talk.revision };
  }

  async #saved(): Promise<boolean> {
    return this.#editor === null || (await this.#editor.save());
  }

  /** One deed: asks, says what came of it, and goes to what it was about. */
  async #deed(deed: string, fields: Fields, stay: string | null): Promise<Reply> {
    const open = this.#editor !== null && this.#editor.id === this.#chosen;
    const atWork = this.#tree.root.contains(document.activeElement);
    this.#state(this.#texts.say('saving'));
    const reply = await this.#talk.ask(deed, () => ({
      ...fields,
      ...('revision' in fields ? { revision: this.#talk.revision } : {}),
    }));
    if (reply.state !== 'done') {
      this.#trouble(reply, true);
      return reply;
    }
    this.say(reply.said);
    const next = reply.select ?? stay;
    if (next === null || this.#tree.item(next) === null) return reply;
    if (!open) this.select(next, atWork || stay !== null);
    else if (next === this.#editor?.id) this.#reopen(next);
    else this.open(next);
    return reply;
  }

  /** An editor goes with its statement, and keeps the focus it had. */
  #reopen(id: string): void {
    this.select(id, false);
    this.#editor?.refresh();
    this.#editor?.focus();
  }

  async #step(id: string, direction: string): Promise<void> {
    await this.#deed('step', { ...this.#seen(id), direction }, id);
  }

  async #split(id: string, cut: { part: string; at: number } | null): Promise<void> {
    const facts = this.#tree.facts(id);
    if (cut === null || facts === null || cut.at >= (cut.part === 'title' ? facts.title + facts.text : facts.text).length)
      return this.say(this.#texts.say('splitWhere'));
    const reply = await this.#deed('split', { ...this.#seen(id), ...cut }, id);
    if (reply.state === 'done' && reply.select !== null)
      this.open(reply.select, { field: cut.part === 'title' ? 'title' : 'text', first: true });
  }

  async #join(id: string, other: 'next' | 'previous'): Promise<void> {
    if (this.#tree.siblingOf(id, other) === null) return this.say(this.#texts.say('cannot'));
    if (other === 'previous') this.#leave();
    await this.#deed('join', { ...this.#seen(id), with: other }, null);
  }

  async #add(id: string): Promise<void> {
    const facts = this.#tree.facts(id);
    const words = { title: '', text: this.#texts.say('newStatement') };
    const reply = await this.#deed(
      'add',
      { after: id, kind: facts?.kind ?? 'section', level: facts?.level ?? '', ...words },
      null,
    );
    if (reply.state !== 'done' || reply.select === null) return;
    this.open(reply.select);
    part<HTMLTextAreaElement>('[name=text]', this.#tree.root).select();
  }

  async #remove(id: string): Promise<void> {
    const ids = this.#tree.ids();
    const after = ids.slice(ids.indexOf(id) + 1).find((other) => this.#tree.item(id)?.contains(this.#tree.item(other)) === false);
    const next = after ?? this.#tree.siblingOf(id, 'previous') ?? this.#tree.parentOf(id);
    this.#leave();
    const reply = await this.#deed('remove', { ...this.#seen(id), sure: this.#warned === id ? 'yes' : '' }, null);
    // What is used is named first; pressed once more, it is meant.
    this.#warned = reply.state === 'refused' && 'sure' in reply.fields ? id : null;
    if (reply.state === 'refused') this.select(id);
    if (reply.state === 'done' && next !== '') this.select(next);
  }

  #openMove(id: string): void {
    const marked = this.#marked();
    const moving = marked.length > 1 ? marked : [id];
    this.#dialog.open(moving, (parent) => void this.#moveTo(moving, parent));
  }

  async #moveTo(moving: string[], parent: string): Promise<void> {
    const [id] = moving;
    if (id === undefined || !(await this.#saved())) return;
    if (moving.length > 1) await this.#many({ elements: moving, parent });
    else await this.#deed('move', { ...this.#seen(id), parent }, id);
  }

  async #many(fields: Fields, deed = 'many'): Promise<void> {
    if (!(await this.#saved())) return;
    const reply = await this.#deed(deed, { revision: 0, ...fields }, null);
    if (reply.state !== 'done') return;
    for (const box of this.#tree.root.querySelectorAll<HTMLInputElement>('input[name=elements]:checked')) box.checked = false;
    const line = document.getElementById('many-count');
    if (line) line.textContent = reply.said;
    this.#editor?.refresh();
  }

  async #see(id: string): Promise<void> {
    if (this.#places.get(id) === null) return;
    const reply = await this.#deed('see', { places: id, seen: 'yes' }, null);
    if (reply.state === 'done') this.#toPlace(1);
  }

  async #travel(what: 'undo' | 'redo'): Promise<void> {
    if (!(await this.#saved())) return;
    await this.#deed(what, {}, this.#chosen);
  }

  /** The words of a statement that somebody else has deleted become one again, at the end. */
  async #writeAgain(): Promise<void> {
    const words = this.#editor?.words();
    const id = this.#editor?.id;
    if (words === undefined || id === undefined) return;
    const reply = await this.#deed('add', { ...words, parent: '' }, null);
    if (reply.state !== 'done') return;
    this.#shelf.drop(id);
    this.#editor?.remove();
    this.#editor = null;
    if (reply.select !== null) this.open(reply.select);
  }

  #toPlace(direction: 1 | -1): void {
    const place = this.#places.from(this.#chosen, direction);
    if (place === null) return this.say(this.#texts.say('noPlaces'));
    const open = this.#editor !== null;
    this.#show('draft');
    if (place.kind === 'element') {
      if (open) this.open(place.id);
      else this.select(place.id);
    } else {
      this.#leave();
      this.#selectPassage(place.id);
    }
    this.say(this.#places.said(place));
  }

  #selectPassage(id: string): void {
    const item = document.getElementById(`rest-${id}`);
    if (item === null) return;
    this.#chosen = id;
    this.#source.show(Number(item.dataset['first'] || NaN) || null, Number(item.dataset['last'] || NaN) || null);
    item.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    bringIntoView(item);
  }

  #toLine(line: number): boolean {
    const id = this.#tree.idOfLine(line);
    if (id === null) return false;
    this.#show('draft');
    this.select(id);
    return true;
  }

  #leave(): void {
    const editor = this.#editor;
    if (editor === null) return;
    this.#editor = null;
    // Its words are on the shelf until they are saved, so the editor need not be there any longer.
    void editor.save().then((saved) => {
      if (saved || this.#editor?.id === editor.id) return;
      this.#state(this.#texts.say('unsaved'));
    });
    editor.remove();
  }

  #hear(news: DraftNews): void {
    if (news.reload) return this.#mustReload();
    const editing = this.#editor !== null && this.#editor.node.contains(document.activeElement) ? document.activeElement : null;
    const gone = this.#editor !== null && news.gone.includes(this.#editor.id) ? this.#editor : null;
    if (gone !== null) this.#tree.root.prepend(gone.node);
    this.#tree.update(news.rows, news.gone);
    if (gone !== null && gone.dirty) gone.conflict(null, news.revision);
    else if (gone !== null) {
      gone.remove();
      this.#editor = null;
    }
    if (editing instanceof HTMLElement && editing !== document.activeElement) editing.focus({ preventScroll: true });
    const { now, past } = this.#places.update(news);
    for (const id of past) this.#tree.doubt(id, null, false);
    for (const place of now) this.#tree.doubt(place.id, place.reasons, place.seen);
    for (const row of news.rows) {
      const place = this.#places.get(row.id);
      this.#tree.doubt(row.id, place?.reasons ?? null, place?.seen === true);
    }
    this.#showTravel(news);
    if (this.#editor !== null) {
      this.#showDoubt(this.#editor.id);
      this.#editor.refresh();
    }
    this.#state(this.#editor?.dirty === true ? this.#texts.say('unsaved') : news.savedAt);
    if (news.others) this.say(this.#texts.say('others'));
    if (news.passagesChanged) void this.#fetchPassages();
  }

  #showTravel({ travel }: DraftNews): void {
    for (const which of ['undo', 'redo'] as const) {
      const button = part<HTMLButtonElement>(`#workbench-${which}`);
      const what = travel[which];
      button.disabled = what === null;
      if (what === null) button.removeAttribute('aria-label');
      else button.setAttribute('aria-label', this.#texts.say(`${which}What`, { what }));
      button.title = what ?? '';
    }
  }

  #showDoubt(id: string): void {
    const place = this.#places.get(id);
    this.#editor?.doubt(place?.reasons ?? null, place?.seen === true);
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
    this.#trouble({ state: 'closed', said: this.#texts.say('reload') });
  }

  #state(words: string, trouble = false): void {
    const line = part('#workbench-state');
    if (line.textContent !== words) line.textContent = words;
    line.classList.toggle('is-trouble', trouble);
  }

  #trouble(reply: Reply, deed = false): void {
    if (reply.state === 'done') return;
    const known = {
      offline: deed ? 'offlineDeed' : 'offline',
      signedOut: 'signedOut',
      closed: 'closed',
      conflict: '',
      refused: '',
    };
    const said = 'said' in reply && reply.said !== '' ? reply.said : this.#texts.say(known[reply.state]);
    this.#state(said, true);
    this.say(said);
  }

  /** What was typed earlier and never reached the server is saved now; where somebody else was faster, both are shown. */
  async #bringBack(): Promise<void> {
    for (const typed of this.#shelf.all()) {
      const facts = this.#tree.facts(typed.element);
      if (facts !== null && sameWords(facts, typed)) {
        this.#shelf.drop(typed.element);
        continue;
      }
      if (facts === null || this.#editor !== null) continue;
      this.select(typed.element, false);
      this.#editor = new Editor(typed.element, this.#ports, typed);
      this.say(this.#texts.say('keptWords'));
      if (await this.#editor.save()) this.#leave();
    }
  }

  #show(which: 'draft' | 'source'): void {
    this.#bench.dataset['show'] = which;
    part('#workbench-switch').textContent = this.#texts.say(which === 'draft' ? 'showSource' : 'showDraft');
  }

  #listen(): void {
    this.#tree.root.addEventListener('click', (event) => {
      const id = this.#tree.idAt(event.target);
      if (id === null || !(event.target instanceof Element) || event.target.closest('[data-part=editor], input') !== null) return;
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (event.target.closest('[data-part=name]') !== null) this.open(id);
      else this.select(id);
    });
    this.#tree.root.addEventListener('focusin', (event) => {
      const id = this.#tree.idAt(event.target);
      if (id !== null && id !== this.#chosen && event.target instanceof Element && event.target.closest('.row') !== null)
        this.select(id, false);
    });
    this.#tree.root.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === 'elements') this.#countMarked();
    });
    part('#unplaced').addEventListener('focusin', (event) => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>('li[data-rest]') : null;
      if (item === null) return;
      this.#chosen = item.dataset['rest'] ?? null;
      this.#source.show(Number(item.dataset['first']) || null, Number(item.dataset['last']) || null);
    });
    this.#bench.addEventListener('submit', (event) => this.#submit(event));
    for (const [id, what] of [
      ['next', 'next'],
      ['previous', 'previous'],
    ] as const)
      part(`#workbench-${id}`).addEventListener('click', () => void this.press(what));
    part('#workbench-switch').addEventListener('click', () => {
      this.#show(this.#bench.dataset['show'] === 'draft' ? 'source' : 'draft');
    });
    const keys = part<HTMLDialogElement>('#keys-dialog');
    part('#workbench-keys').addEventListener('click', () => keys.showModal());
    part('#keys-close').addEventListener('click', () => keys.close());
    window.addEventListener('online', () => void (this.#editor?.dirty === true ? this.#editor.save() : this.#bringBack()));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.#editor?.save();
      else void this.#talk.look();
    });
    window.setInterval(() => void (document.hidden ? null : this.#lookAround()), LOOK_EVERY_MS);
  }

  async #lookAround(): Promise<void> {
    if (this.#editor?.dirty === true) await this.#editor.save();
    const reply = await this.#talk.look();
    if (reply !== null && reply.state !== 'done') this.#trouble(reply);
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
      if (elements.length === 0) return this.#refuse(event, this.#texts.say('marked', { count: 0 }));
      void this.#many(deed === 'many' ? { elements, ...common } : { elements }, deed);
    } else if (deed === 'sort') {
      const fields = new FormData(form, event.submitter);
      void this.#deed('sort', { rest: String(fields.get('rest')), kind: String(fields.get('kind')) }, null);
    } else return;
    event.preventDefault();
  }

  #refuse(event: SubmitEvent, words: string): void {
    event.preventDefault();
    this.say(words);
  }
}

function sameWords(a: Omit<Typed, 'base' | 'element'>, b: Typed): boolean {
  return a.kind === b.kind && a.level === b.level && a.title.trim() === b.title && a.text.trim() === b.text;
}
