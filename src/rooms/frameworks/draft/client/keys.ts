import { part } from './texts.ts';
import type { Workbench } from './workbench.ts';

const WRITES = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
const MOVES: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };
const LETTERS: Record<string, string> = {
  n: 'next',
  p: 'previous',
  k: 'see',
  m: 'moveTo',
  j: 'joinNext',
  J: 'joinPrevious',
  a: 'add',
};

/** The keys of the workbench. Letters work in the draft's lists only, never where somebody writes. */
export function listenToKeys(bench: HTMLElement, work: Workbench): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest('dialog') !== null) return;
    const writing = event.target.matches(WRITES);
    const inEditor = event.target.closest('[data-part=editor]') !== null;
    const inDraft = event.target.closest('#pane-draft, #workbench-bar') !== null;
    const done =
      everywhere(event, writing, work) ||
      (inEditor && editing(event, work)) ||
      (inDraft && !writing && !inEditor && listed(event, bench, work));
    if (done) event.preventDefault();
  });
}

function everywhere(event: KeyboardEvent, writing: boolean, work: Workbench): boolean {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.key === 'F6') work.switchPane();
  else if (writing) return false;
  else if (command && (key === 'y' || (key === 'z' && event.shiftKey))) void work.press('redo');
  else if (command && key === 'z') void work.press('undo');
  else if (event.key === '?') part<HTMLDialogElement>('#keys-dialog').showModal();
  else return false;
  return true;
}

function editing(event: KeyboardEvent, work: Workbench): boolean {
  if (event.key === 'Escape') work.close();
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void work.press('split');
  else return false;
  return true;
}

function listed(event: KeyboardEvent, bench: HTMLElement, work: Workbench): boolean {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) return key in MOVES && run(work, MOVES[key] ?? '');
  if (key in LETTERS) return run(work, LETTERS[key] ?? '');
  const id = work.tree.idAt(event.target);
  if (id === null) return false;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const ids = work.tree.ids();
    const next = ids[ids.indexOf(id) + (key === 'ArrowDown' ? 1 : -1)];
    if (next !== undefined) work.select(next);
    return true;
  }
  if (key === 'Delete') return run(work, 'remove');
  if (key === ' ' && event.target instanceof HTMLAnchorElement) {
    work.marked.turn(id);
    return true;
  }
  if (key === 'Escape' && bench.querySelector('[data-part=editor]') !== null) return run(work, 'close');
  return false;
}

function run(work: Workbench, what: string): boolean {
  void work.press(what);
  return true;
}
