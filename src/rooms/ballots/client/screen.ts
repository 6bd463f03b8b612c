import { NO_ANSWER, readChoice } from '#questions/likert5/schema.ts';

/** The messages the page holds ready, one shown at a time. Their words come with the page, in the reader's language. */
export type Message =
  | 'device'
  | 'missing'
  | 'sending'
  | 'kept'
  | 'closed'
  | 'taken'
  | 'busy'
  | 'offline'
  | 'gave_up'
  | 'refused'
  | 'dropped';

/** What has been chosen so far, by question code. Held apart from the page, so that it can be kept as a draft. */
export type Draft = Record<string, string>;

/** The parts of the page that the program works with. Throws when one is missing, and then the page stays as the server sent it. */
export class Screen {
  readonly #notice = part('answer-notice');
  readonly #ballot = part('ballot');
  readonly #actions = part('answer-actions');
  readonly #data = this.#ballot.dataset;

  /** Something the server wrote into the page for the program. */
  fact(name: string): string {
    const value = this.#data[name];
    if (value === undefined) throw new Error(`the page has no ${name}`);
    return value;
  }

  /** The page can be used: the notice that it cannot goes away. */
  ready(): void {
    this.#notice.hidden = true;
  }

  showQuestions(shown: boolean): void {
    this.#ballot.hidden = !shown;
  }

  /** Adds the buttons under the questions, which exist only where a program can seal the answers. */
  addButtons(press: { send: () => void; drop: () => void }): void {
    const template = part('answer-buttons') as HTMLTemplateElement;
    this.#actions.replaceChildren(template.content.cloneNode(true));
    this.onPress('send', press.send);
    this.onPress('drop', press.drop);
  }

  onPress(name: string, work: () => void): void {
    part(`press-${name}`).onclick = work;
  }

  /** Nothing can be changed or sent twice while a ballot is on its way. */
  lock(locked: boolean): void {
    for (const control of this.#ballot.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input, button'))
      control.disabled = locked;
  }

  /** Shows one message, or none; words in braces are filled in. */
  tell(message: Message | null, facts: Record<string, string> = {}): void {
    for (const box of document.querySelectorAll<HTMLElement>('[data-message]')) {
      const chosen = box.dataset['message'] === message;
      box.hidden = !chosen;
      if (!chosen) continue;
      for (const [name, value] of Object.entries(facts))
        for (const place of box.querySelectorAll(`[data-fact="${name}"]`)) place.textContent = value;
      box.focus();
      box.scrollIntoView({ block: 'center' });
    }
  }

  draft(): Draft {
    return Object.fromEntries(this.#chosen().map((input) => [input.name, input.value]));
  }

  /** Puts a draft into the questions; an empty one clears them, also what the browser itself remembered. */
  fill(draft: Draft): void {
    for (const input of this.#inputs()) input.checked = draft[input.name] === input.value;
    this.showProgress();
  }

  onChoice(work: () => void): void {
    this.#ballot.addEventListener('change', () => {
      this.showProgress();
      work();
    });
  }

  showProgress(): void {
    const bar = this.#ballot.querySelector('progress');
    const text = bar?.parentElement?.querySelector('p > span:last-child');
    if (!bar || !text) return;
    bar.value = this.#chosen().length;
    text.textContent = this.fact('progress').replace('{done}', String(bar.value)).replace('{all}', String(bar.max));
  }

  /** One number per question in the given order, and how many were left blank. */
  answers(codes: readonly string[]): { answers: number[]; blank: string[] } {
    const draft = this.draft();
    return {
      answers: codes.map((code) => readChoice(draft[code] ?? null) ?? NO_ANSWER),
      blank: codes.filter((code) => draft[code] === undefined),
    };
  }

  focusQuestion(code: string): void {
    this.#ballot.querySelector<HTMLInputElement>(`input[name="${code}"]`)?.focus();
  }

  #inputs(): HTMLInputElement[] {
    return [...this.#ballot.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }

  #chosen(): HTMLInputElement[] {
    return this.#inputs().filter((input) => input.checked);
  }
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}
