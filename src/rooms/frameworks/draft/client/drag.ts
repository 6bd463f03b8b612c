import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { getElementFromPointWithoutHoneypot } from '@atlaskit/pragmatic-drag-and-drop/get-element-from-point-without-honey-pot';
import type { Tree } from './tree.ts';

export type Drop = { parent: string; before: string };
type Aim = { id: string; where: 'before' | 'after' | 'inside' };

/** Dragging a statement by its grip to before, after or below another. Rows learn to be dragged when the mouse comes near them. */
export function letDrag(tree: Tree, drop: (id: string, to: Drop) => void): void {
  const ready = new WeakSet<Element>();
  tree.root.addEventListener('pointerover', (event) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part=grip]') : null;
    const item = grip?.closest<HTMLElement>('li[data-id]') ?? null;
    if (grip === null || item === null || ready.has(item)) return;
    ready.add(item);
    draggable({
      element: item,
      dragHandle: grip,
      getInitialData: () => ({ id: item.dataset['id'] }),
      onDragStart: () => item.classList.add('is-dragged'),
      onDrop: () => item.classList.remove('is-dragged'),
    });
  });
  let marked: HTMLElement | null = null;
  const mark = (aim: Aim | null): void => {
    marked?.classList.remove('drop-before', 'drop-after', 'drop-inside');
    marked = aim === null ? null : tree.item(aim.id);
    if (aim !== null) marked?.classList.add(`drop-${aim.where}`);
  };
  dropTargetForElements({
    element: tree.root,
    onDrag: ({ source, location }) => mark(aimAt(tree, String(source.data['id']), location.current.input)),
    onDragLeave: () => mark(null),
    onDrop: ({ source, location }) => {
      const moved = String(source.data['id']);
      const aim = aimAt(tree, moved, location.current.input);
      mark(null);
      if (aim !== null) drop(moved, placeOf(tree, moved, aim));
    },
  });
}

function aimAt(tree: Tree, moved: string, { clientX, clientY }: { clientX: number; clientY: number }): Aim | null {
  const under = getElementFromPointWithoutHoneypot({ x: clientX, y: clientY });
  const id = tree.idAt(under);
  const item = id === null ? null : tree.item(id);
  const row = item?.querySelector(':scope > .row')?.getBoundingClientRect();
  if (id === null || !item || row === undefined || tree.item(moved)?.contains(item) === true) return null;
  const height = (clientY - row.top) / row.height;
  return { id, where: height < 0.3 ? 'before' : height > 0.7 ? 'after' : 'inside' };
}

function placeOf(tree: Tree, moved: string, { id, where }: Aim): Drop {
  if (where === 'inside') return { parent: id, before: '' };
  if (where === 'before') return { parent: tree.parentOf(id), before: id };
  const next = tree.siblingOf(id, 'next');
  return { parent: tree.parentOf(id), before: (next === moved ? tree.siblingOf(moved, 'next') : next) ?? '' };
}
