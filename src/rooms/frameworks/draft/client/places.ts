import type { DraftNews } from '../workbench/schema.ts';
import { part, type Texts } from './texts.ts';

type Place = { id: string; kind: 'element' | 'passage'; seen: boolean; reasons: string };

/** The queue of doubtful places, most doubtful first, and how far the editors have come with it. */
export class Places {
  readonly #texts: Texts;
  #places: Place[];

  constructor(list: HTMLElement, texts: Texts) {
    this.#texts = texts;
    this.#places = [...list.querySelectorAll<HTMLElement>('[data-id]')].map((item) => ({
      id: item.dataset['id'] ?? '',
      kind: item.dataset['kind'] === 'passage' ? 'passage' : 'element',
      seen: item.dataset['seen'] === 'true',
      reasons: item.textContent ?? '',
    }));
  }

  get(id: string): Place | null {
    return this.#places.find((place) => place.id === id) ?? null;
  }

  /** The next place nobody has looked at, after or before this one in the queue; from the ends it begins again. */
  from(id: string | null, direction: 1 | -1): Place | null {
    const count = this.#places.length;
    const at = this.#places.findIndex((place) => place.id === id);
    const start = at < 0 ? (direction === 1 ? -1 : count) : at;
    for (let step = 1; step <= count; step++) {
      const place = this.#places[(((start + direction * step) % count) + count) % count];
      if (place !== undefined && !place.seen && place.id !== id) return place;
    }
    return null;
  }

  said(place: Place): string {
    const open = this.#places.filter(({ seen }) => !seen);
    const number = open.findIndex(({ id }) => id === place.id) + 1;
    return this.#texts.say('placeOf', { number, total: open.length, reasons: place.reasons });
  }

  /** Takes in the server's list. Gives the places that are now, and the ids that are doubtful no longer. */
  update(news: DraftNews): { now: Place[]; past: string[] } {
    const now = news.places.map(({ id, kind, seen, reasons }) => ({ id, kind, seen, reasons: reasons.join(' · ') }));
    const ids = new Set(now.map(({ id }) => id));
    const past = this.#places.map(({ id }) => id).filter((id) => !ids.has(id));
    const changed = now.filter((place) => {
      const known = this.get(place.id);
      return known === null || known.seen !== place.seen || known.reasons !== place.reasons;
    });
    this.#places = now;
    const bar = part<HTMLProgressElement>('#workbench-progress');
    const none = news.progress.total === 0;
    bar.max = Math.max(1, news.progress.total);
    bar.value = none ? 1 : news.progress.seen;
    const words = this.#texts.say(none ? 'progressNone' : 'progress', news.progress);
    const line = bar.previousElementSibling?.lastElementChild;
    if (line) line.textContent = words;
    return { now: changed, past };
  }
}
