import type { Command, MenuItem } from '$lib/ui';

/** The menu's entries for those who do not use menus. */
export function exportCommands(items: readonly MenuItem[]): readonly Command[] {
  return items.map(({ id, label, run }) => ({
    id: `export-${id}`,
    label: /^(Print|Copy)/.test(label) ? label : `Export as ${label}`,
    also: 'export download save picture image print',
    group: 'Export',
    run
  }));
}
