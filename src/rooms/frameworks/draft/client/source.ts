/** The document beside the draft: marks the lines of what is chosen and scrolls to them, by itself and not the page. */
export class Source {
  readonly #pane: HTMLElement | null;

  constructor(onLine: (line: number) => boolean) {
    this.#pane = document.getElementById('source-lines');
    this.#pane?.addEventListener('click', (event) => {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('li[id^=line-]') : null;
      if (line === null || document.getSelection()?.isCollapsed === false) return;
      if (onLine(Number(line.id.slice('line-'.length)))) event.preventDefault();
    });
  }

  get pane(): HTMLElement | null {
    return this.#pane;
  }

  show(first: number | null, last: number | null): void {
    const pane = this.#pane;
    if (pane === null) return;
    for (const line of pane.querySelectorAll('.is-marked')) line.classList.remove('is-marked');
    if (first === null) return;
    for (let number = first; number <= (last ?? first); number++)
      document.getElementById(`line-${number}`)?.classList.add('is-marked');
    const line = document.getElementById(`line-${first}`);
    if (line === null) return;
    const [top, height] = [line.offsetTop, pane.clientHeight];
    const seen = top > pane.scrollTop + 20 && top < pane.scrollTop + height * 0.7;
    if (!seen) pane.scrollTop = top - height / 4;
  }
}

/** Scrolls a pane that scrolls by itself, else the page, so that the part can be seen. */
export function bringIntoView(part: HTMLElement): void {
  part.scrollIntoView({ block: 'nearest' });
}
