import type { Row } from '../workbench/schema.ts';
import { part, type Texts } from './texts.ts';

export type RowFacts = {
  id: string;
  kind: string;
  level: string;
  title: string;
  text: string;
  first: number | null;
  last: number | null;
};

/** The tree of statements on the page: what stands in it is read from the page itself, and changes are written to it row by row. */
export class Tree {
  readonly root: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #texts: Texts;

  constructor(root: HTMLElement, template: HTMLTemplateElement, texts: Texts) {
    this.root = root;
    this.#template = template;
    this.#texts = texts;
  }

  item(id: string): HTMLElement | null {
    return document.getElementById(`element-${id}`)?.parentElement ?? null;
  }

  /** All rows as they stand, from the top. */
  ids(): string[] {
    return [...this.root.querySelectorAll<HTMLElement>('li[data-id]')].map((item) => item.dataset['id'] ?? '');
  }

  /** The row that something on the page belongs to. */
  idAt(target: EventTarget | null): string | null {
    return target instanceof Element ? (target.closest<HTMLElement>('li[data-id]')?.dataset['id'] ?? null) : null;
  }

  parentOf(id: string): string {
    return this.item(id)?.parentElement?.closest<HTMLElement>('li[data-id]')?.dataset['id'] ?? '';
  }

  /** The sibling after or before it. */
  siblingOf(id: string, where: 'next' | 'previous'): string | null {
    const item = this.item(id);
    const other = where === 'next' ? item?.nextElementSibling : item?.previousElementSibling;
    return other instanceof HTMLElement ? (other.dataset['id'] ?? null) : null;
  }

  facts(id: string): RowFacts | null {
    const item = this.item(id);
    if (item === null) return null;
    const row = part('.row', item);
    const name = part('[data-part=name]', row).textContent ?? '';
    const text = part('[data-part=text]', row).textContent ?? '';
    const words = item.dataset['words'];
    const line = (value: string | undefined): number | null => (value === undefined || value === '' ? null : Number(value));
    return {
      id,
      kind: item.dataset['kind'] ?? '',
      level: item.dataset['level'] ?? '',
      title: words === 'title' || words === 'both' ? name : '',
      text: words === 'both' ? text : words === 'text' ? name : '',
      first: line(item.dataset['first']),
      last: line(item.dataset['last']),
    };
  }

  name(id: string): string {
    const facts = this.facts(id);
    const words = facts === null ? '' : facts.title || facts.text || this.#texts.say('wordless');
    return words.length > 70 ? `${words.slice(0, 70)} …` : words;
  }

  /** The row whose lines are fewest among those that have the line. */
  idOfLine(line: number): string | null {
    let best: { id: string; width: number } | null = null;
    for (const item of this.root.querySelectorAll<HTMLElement>('li[data-first]')) {
      const [first, last] = [Number(item.dataset['first'] || NaN), Number(item.dataset['last'] || NaN)];
      if (!(first <= line && line <= last)) continue;
      if (best === null || last - first <= best.width) best = { id: item.dataset['id'] ?? '', width: last - first };
    }
    return best?.id ?? null;
  }

  link(id: string): HTMLAnchorElement | null {
    return this.item(id)?.querySelector<HTMLAnchorElement>(':scope > .row [data-part=name]') ?? null;
  }

  /** Brings the page's tree to what the server has told. Parents stand before their children in `rows`. */
  update(rows: readonly Row[], gone: readonly string[]): void {
    const parents = new Set<string | null>();
    for (const row of rows) {
      const item = this.item(row.id) ?? this.#newItem();
      this.#write(item, row);
      const list = this.#listOf(row.parentId);
      if (item.parentElement !== list) list.append(item);
      parents.add(row.parentId);
    }
    for (const id of gone) this.item(id)?.remove();
    for (const parent of parents) this.#sort(this.#listOf(parent));
    for (const list of this.root.querySelectorAll('li > ol')) if (list.childElementCount === 0) list.remove();
  }

  /** Says on a row why it is doubtful; nothing where it is not. */
  doubt(id: string, reasons: string | null, seen: boolean): void {
    const mark = this.item(id)?.querySelector<HTMLElement>(':scope > .row [data-part=doubt]');
    if (!mark) return;
    mark.hidden = reasons === null;
    mark.textContent = reasons ?? '';
    mark.classList.toggle('is-seen', seen);
  }

  #newItem(): HTMLElement {
    return part('li', this.#template.content).cloneNode(true) as HTMLElement;
  }

  #listOf(parent: string | null): Element {
    const holder = parent === null ? this.root : (this.item(parent) ?? this.root);
    const known = holder.querySelector(':scope > ol');
    if (known !== null) return known;
    return holder.appendChild(document.createElement('ol'));
  }

  #write(item: HTMLElement, row: Row): void {
    item.dataset['id'] = row.id;
    item.dataset['position'] = String(row.position);
    item.dataset['kind'] = row.kind;
    item.dataset['level'] = row.level === null ? '' : String(row.level);
    item.dataset['first'] = row.firstLine === null ? '' : String(row.firstLine);
    item.dataset['last'] = row.lastLine === null ? '' : String(row.lastLine);
    item.dataset['words'] = row.title === null ? (row.text === null ? 'none' : 'text') : row.text === null ? 'title' : 'both';
    const line = part('.row', item);
    line.id = `element-${row.id}`;
    const name = row.title ?? row.text ?? this.#texts.say('wordless');
    const link = part<HTMLAnchorElement>('[data-part=name]', line);
    link.textContent = name;
    link.href = `?element=${row.id}#element-${row.id}`;
    const text = part('[data-part=text]', line);
    text.hidden = row.title === null || row.text === null;
    text.textContent = row.title === null ? '' : row.text;
    part('[data-part=what]', line).textContent = row.levelName === null ? row.kindName : `${row.kindName} · ${row.levelName}`;
    const box = part<HTMLInputElement>('input', line);
    box.value = row.id;
    box.setAttribute('aria-label', this.#texts.say('mark', { name: name.slice(0, 80) }));
  }

  #sort(list: Element): void {
    const items = [...list.children] as HTMLElement[];
    const sorted = items.toSorted((a, b) => Number(a.dataset['position']) - Number(b.dataset['position']));
    sorted.forEach((item, index) => {
      if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
    });
  }
}
