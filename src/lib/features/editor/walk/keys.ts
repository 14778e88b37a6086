import type { KeyBinding } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';
import { headingOf } from '../walk/walk';
import type { Grip } from '../walk/walker.svelte';

const ARROWS = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'];
const SIDES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0]
};
const NUDGE = 5;
const LEAP = 40;
/** Steps that a page of the list is. */
const PAGE = 10;

function go({ editor, walker }: Workspace, key: string, grip: Grip): void {
  const heading = headingOf(key, editor.file.layout.direction ?? 'down');
  if (heading) walker.go(heading, grip);
}

function nudge({ walker }: Workspace, key: string, by: number): void {
  const [x, y] = SIDES[key] ?? [0, 0];
  walker.nudge(x * by, y * by);
}

/** Everything that keys do on the drawing; the shortcuts sheet lists it from here. */
export const CANVAS_KEYS: readonly KeyBinding<Workspace>[] = [
  {
    keys: ARROWS,
    label: 'Walk along the connections, across to neighbors',
    run: (desk, { key }) => go(desk, key, 'only')
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: 'Take one of several ways on',
    run: ({ walker }, { key }) => {
      if (walker.choices.length === 0) return false;
      walker.choose(Number(key));
    }
  },
  { keys: ['home'], label: 'First step', run: ({ walker }) => walker.goTo('first') },
  { keys: ['end'], label: 'Last step', run: ({ walker }) => walker.goTo('last') },
  { keys: ['pageup'], label: 'Ten steps back', run: ({ walker }) => walker.goTo(-PAGE) },
  { keys: ['pagedown'], label: 'Ten steps on', run: ({ walker }) => walker.goTo(PAGE) },
  { keys: ['enter'], label: 'Open settings', run: (desk) => desk.openSettings() },
  { keys: ['f2'], label: 'Rename', run: (desk) => desk.rename() },
  {
    keys: ['c'],
    label: 'Connect, or lead a connection elsewhere',
    run: ({ walker, connector }) => {
      const { edge, at } = walker;
      if (edge) connector.ask(edge.from, edge.port);
      else if (at !== null) connector.ask(at);
      else return false;
    }
  },
  { keys: ['e'], label: 'Next connection of the step', run: ({ walker }) => walker.turnToEdge(1) },
  {
    keys: ['shift+e'],
    label: 'Previous connection of the step',
    run: ({ walker }) => walker.turnToEdge(-1)
  },
  { keys: ['space'], label: 'Select, or no longer', run: ({ walker }) => walker.toggleSelected() },
  {
    keys: ARROWS.map((arrow) => `shift+${arrow}`),
    label: 'Walk and select',
    run: (desk, { key }) => go(desk, key, 'too')
  },
  {
    keys: ARROWS.map((arrow) => `mod+${arrow}`),
    label: 'Walk, and leave the selection as it is',
    run: (desk, { key }) => go(desk, key, 'none')
  },
  {
    keys: ARROWS.map((arrow) => `alt+${arrow}`),
    label: 'Move what is selected',
    run: (desk, { key }) => nudge(desk, key, NUDGE)
  },
  {
    keys: ARROWS.map((arrow) => `alt+shift+${arrow}`),
    label: 'Move it farther',
    run: (desk, { key }) => nudge(desk, key, LEAP)
  },
  {
    keys: ['delete', 'backspace'],
    label: 'Delete',
    run: ({ editor, walker }) => {
      if (editor.selection.isEmpty) return false;
      walker.remove();
    }
  },
  {
    keys: ['escape'],
    label: 'Back from a connection; let go',
    run: ({ editor, walker }) => {
      if (walker.leaveEdge()) return;
      if (editor.selection.isEmpty) return false;
      editor.selection.clear();
    }
  }
];
