import type { Bar } from './bar.ts';
import type { Editor } from './editor.ts';
import type { Marked } from './marked.ts';
import { MoveDialog } from './move-dialog.ts';
import type { Places } from './places.ts';
import type { Shelf } from './shelf.ts';
import type { Fields, Reply, Talk } from './talk.ts';
import { part, type Texts } from './texts.ts';
import type { Tree } from './tree.ts';

/** Where the deeds are done: what is on the page, what is chosen, what is open. */
export type Desk = {
  readonly tree: Tree;
  readonly talk: Talk;
  readonly texts: Texts;
  readonly places: Places;
  readonly shelf: Shelf;
  readonly bar: Bar;
  readonly marked: Marked;
  readonly editor: Editor | null;
  readonly chosen: string | null;
  select: (id: string, focus?: boolean) => void;
  open: (id: string, start?: { field: 'title' | 'text'; first: boolean }) => void;
  leave: () => void;
  forget: () => void;
  saved: () => Promise<boolean>;
  toPlace: (direction: 1 | -1) => void;
  trouble: (reply: Reply, deed?: boolean) => void;
};

/** What an editor does in the draft beside typing. Each deed is asked of the server, said aloud, and leads to what it was about. */
export class Deeds {
  readonly #desk: Desk;
  readonly #dialog: MoveDialog;
  #warned: string | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#dialog = new MoveDialog(desk.tree, desk.texts);
  }

  /** One deed: asks, says what came of it, and goes to what it was about. */
  async do(deed: string, fields: Fields, stay: string | null): Promise<Reply> {
    const open = this.#desk.editor !== null && this.#desk.editor.id === this.#desk.chosen;
    const atWork = this.#desk.tree.root.contains(document.activeElement);
    this.#desk.bar.state(this.#desk.texts.say('saving'));
    const reply = await this.#desk.talk.ask(deed, () => ({
      ...fields,
      ...('revision' in fields ? { revision: this.#desk.talk.revision } : {}),
    }));
    if (reply.state !== 'done') {
      this.#desk.trouble(reply, true);
      return reply;
    }
    this.#desk.bar.say(reply.said);
    const next = reply.select ?? stay;
    if (next === null || this.#desk.tree.item(next) === null) return reply;
    if (!open) this.#desk.select(next, atWork || stay !== null);
    else if (next === this.#desk.editor?.id) this.#reopen(next);
    else this.#desk.open(next);
    return reply;
  }

  /** An editor goes with its statement, and keeps the focus it had. */
  #reopen(id: string): void {
    this.#desk.select(id, false);
    this.#desk.editor?.refresh();
    this.#desk.editor?.focus();
  }

  async step(id: string, direction: string): Promise<void> {
    await this.do('step', { ...this.#seen(id), direction }, id);
  }

  async split(id: string, cut: { part: string; at: number } | null): Promise<void> {
    const facts = this.#desk.tree.facts(id);
    if (cut === null || facts === null || cut.at >= (cut.part === 'title' ? facts.title + facts.text : facts.text).length)
      return this.#desk.bar.say(this.#desk.texts.say('splitWhere'));
    const reply = await this.do('split', { ...this.#seen(id), ...cut }, id);
    if (reply.state === 'done' && reply.select !== null)
      this.#desk.open(reply.select, { field: cut.part === 'title' ? 'title' : 'text', first: true });
  }

  async join(id: string, other: 'next' | 'previous'): Promise<void> {
    if (this.#desk.tree.siblingOf(id, other) === null) return this.#desk.bar.say(this.#desk.texts.say('cannot'));
    if (other === 'previous') this.#desk.leave();
    await this.do('join', { ...this.#seen(id), with: other }, null);
  }

  async add(id: string): Promise<void> {
    const facts = this.#desk.tree.facts(id);
    const words = { title: '', text: this.#desk.texts.say('newStatement') };
    const reply = await this.do('add', { after: id, kind: facts?.kind ?? 'section', level: facts?.level ?? '', ...words }, null);
    if (reply.state !== 'done' || reply.select === null) return;
    this.#desk.open(reply.select);
    part<HTMLTextAreaElement>('[name=text]', this.#desk.tree.root).select();
  }

  async remove(id: string): Promise<void> {
    const ids = this.#desk.tree.ids();
    const after = ids
      .slice(ids.indexOf(id) + 1)
      .find((other) => this.#desk.tree.item(id)?.contains(this.#desk.tree.item(other)) === false);
    const next = after ?? this.#desk.tree.siblingOf(id, 'previous') ?? this.#desk.tree.parentOf(id);
    this.#desk.leave();
    const reply = await this.do('remove', { ...this.#seen(id), sure: this.#warned === id ? 'yes' : '' }, null);
    // What is used is named first; pressed once more, it is meant.
    this.#warned = reply.state === 'refused' && 'sure' in reply.fields ? id : null;
    if (reply.state === 'refused') this.#desk.select(id);
    if (reply.state === 'done' && next !== '') this.#desk.select(next);
  }

  /** A statement was dragged to another place. */
  async drop(id: string, to: { parent: string; before: string }): Promise<void> {
    if (await this.#desk.saved()) await this.do('move', { ...this.#seen(id), ...to }, id);
  }

  openMove(id: string): void {
    const marked = this.#desk.marked.ids();
    const moving = marked.length > 1 ? marked : [id];
    this.#dialog.open(moving, (parent) => void this.#moveTo(moving, parent));
  }

  async #moveTo(moving: string[], parent: string): Promise<void> {
    const [id] = moving;
    if (id === undefined || !(await this.#desk.saved())) return;
    if (moving.length > 1) await this.many({ elements: moving, parent });
    else await this.do('move', { ...this.#seen(id), parent }, id);
  }

  async many(fields: Fields, deed = 'many'): Promise<void> {
    if (!(await this.#desk.saved())) return;
    const reply = await this.do(deed, { revision: 0, ...fields }, null);
    if (reply.state !== 'done') return;
    this.#desk.marked.clear(reply.said);
    this.#desk.editor?.refresh();
  }

  async see(id: string): Promise<void> {
    if (this.#desk.places.get(id) === null) return;
    const reply = await this.do('see', { places: id, seen: 'yes' }, null);
    if (reply.state === 'done') this.#desk.toPlace(1);
  }

  async travel(what: 'undo' | 'redo'): Promise<void> {
    if (!(await this.#desk.saved())) return;
    await this.do(what, {}, this.#desk.chosen);
  }

  /** The words of a statement that somebody else has deleted become one again, at the end. */
  async writeAgain(): Promise<void> {
    const words = this.#desk.editor?.words();
    const id = this.#desk.editor?.id;
    if (words === undefined || id === undefined) return;
    const reply = await this.do('add', { ...words, parent: '' }, null);
    if (reply.state !== 'done') return;
    this.#desk.shelf.drop(id);
    this.#desk.forget();
    if (reply.select !== null) this.#desk.open(reply.select);
  }

  /** A statement as this page has it: refused when somebody else has changed it since. */
  #seen(id: string): Fields {
    return { element: id, revision: this.#desk.talk.revision };
  }
}
