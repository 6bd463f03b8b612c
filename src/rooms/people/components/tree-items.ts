import { locale, m } from '#base/text.ts';
import type { TreeItem } from '#ui/shapes.ts';
import type { UnitBranch } from '../units/read.server.ts';

/** The tree of units as the design system draws it: each unit with its leader and its numbers. */
export function treeItems(branches: UnitBranch[], base: string): TreeItem[] {
  const number = new Intl.NumberFormat(locale());
  return branches.map((unit) => ({
    id: unit.id,
    label: unit.name,
    href: `${base}/units/${unit.id}`,
    note: [
      unit.leader?.name ?? m.people_unit_no_leader(),
      unit.all === 1 ? m.people_unit_one() : m.people_unit_many({ count: number.format(unit.all) }),
      unit.hidden > 0 ? m.people_unit_hidden({ count: number.format(unit.hidden) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    children: treeItems(unit.children, base),
  }));
}
