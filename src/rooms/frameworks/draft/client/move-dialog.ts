import { part, type Texts } from './texts.ts';
import type { Tree } from './tree.ts';

const MOST = 80;

/** "Move to …": type to find a place, choose with the arrow keys. */
export class MoveDialog {
  readonly #dialog = part<HTMLDialogElement>('#move-dialog');
  readonly #field = part<HTMLInputElement>('#move-find');
  readonly #list = part('#move-list');
  readonly #tree: Tree;
  readonly #texts: Texts;
  #places: { id: string; name: string; path: string; found: string }[] = [];
  #chosen = -1;
  #choose: (parent: string) => void = () => undefined;

  constructor(tree: Tree, texts: Texts) {
    this.#tree = tree;
    this.#texts = texts;
    this.#field.addEventListener('input', () => this.#show());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('click', (event) => {
      const item = event.target instanceof Element ? event.target.closest('li') : null;
      const index = item === null ? -1 : [...this.#list.children].indexOf(item);
      if (index >= 0) this.#take(index);
    });
    part('form', this.#dialog).addEventListener('submit', (event) => event.preventDefault());
    part('#move-do').addEventListener('click', () => this.#take(this.#chosen));
    part('#move-close').addEventListener('click', () => this.#dialog.close());
  }

  /** Opens for the statements that are to be moved; gives the new parent, '' for the top. */
  open(moving: readonly string[], choose: (parent: string) => void): void {
    const inside = (id: string): boolean => moving.some((one) => this.#tree.item(one)?.contains(this.#tree.item(id)) === true);
    const names = new Map<string, string>();
    this.#places = [{ id: '', name: this.#texts.say('top'), path: '', found: this.#texts.say('top').toLocaleLowerCase() }];
    for (const id of this.#tree.ids()) {
      const name = this.#tree.name(id);
      const above = names.get(this.#tree.parentOf(id)) ?? '';
      const path = above === '' ? name : `${above} › ${name}`;
      names.set(id, path);
      if (!inside(id)) this.#places.push({ id, name, path: above, found: path.toLocaleLowerCase() });
    }
    this.#choose = choose;
    this.#field.value = '';
    this.#show();
    this.#dialog.showModal();
    this.#field.focus();
  }

  #show(): void {
    const wanted = this.#field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const fitting = this.#places.filter(({ found }) => wanted.every((word) => found.includes(word)));
    const items = fitting.slice(0, MOST).map(({ id, name, path }, index) => {
      const item = document.createElement('li');
      item.id = `move-option-${index}`;
      item.setAttribute('role', 'option');
      item.dataset['place'] = id;
      item.append(name);
      if (path !== '') item.append(Object.assign(document.createElement('small'), { textContent: path }));
      return item;
    });
    this.#list.replaceChildren(...items);
    part('#move-count').textContent =
      fitting.length === 0 ? this.#texts.say('moveNone') : this.#texts.say('moveFound', { count: fitting.length });
    this.#mark(items.length === 0 ? -1 : 0);
  }

  #mark(index: number): void {
    this.#chosen = index;
    [...this.#list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    const item = this.#list.children[index];
    this.#field.setAttribute('aria-activedescendant', item?.id ?? '');
    item?.scrollIntoView({ block: 'nearest' });
  }

  #key(event: KeyboardEvent): void {
    const count = this.#list.childElementCount;
    if (event.key === 'ArrowDown' && count > 0) this.#mark((this.#chosen + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) this.#mark((this.#chosen - 1 + count) % count);
    else if (event.key === 'Enter') this.#take(this.#chosen);
    else return;
    event.preventDefault();
  }

  #take(index: number): void {
    const item = this.#list.children[index];
    if (!(item instanceof HTMLElement)) return;
    this.#dialog.close();
    this.#choose(item.dataset['place'] ?? '');
  }
}
