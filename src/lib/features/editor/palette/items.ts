import {
  freeId,
  newNode,
  type Cadence,
  type CadenceNode,
  type Channel,
  type NodeKind
} from '$lib/domain';

/** Something that can be put on the canvas. */
export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  readonly group: 'Touches' | 'Flow';
  /** Other words it is looked for by. */
  readonly also: string;
  readonly make: (id: string, cadence: Pick<Cadence, 'dispositions'>) => CadenceNode;
}

function touch(channel: Channel, name: string, also: string): PaletteItem {
  return {
    id: channel,
    name,
    group: 'Touches',
    also,
    make: (id, cadence) => {
      const call = newNode('action', id, { channel, name });
      return channel === 'call' ? offered(call, cadence) : withoutDispositions(call);
    }
  };
}

function flow(kind: Exclude<NodeKind, 'action'>, name: string, also: string): PaletteItem {
  return { id: kind, name, group: 'Flow', also, make: (id) => newNode(kind, id) };
}

/** Everything that can be drawn. */
export const PALETTE: readonly PaletteItem[] = [
  touch('email', 'Email', 'mail message write'),
  touch('call', 'Call', 'phone dial ring'),
  touch('sms', 'SMS', 'text message'),
  touch('social', 'Social touch', 'linkedin network message'),
  touch('meeting', 'Meeting', 'appointment visit'),
  touch('demo', 'Demo', 'presentation show'),
  touch('task', 'Task', 'to do work'),
  touch('approval', 'Approval', 'manager sign off permit'),
  touch('document', 'Document', 'proposal quote contract'),
  flow('stage', 'Stage', 'phase pipeline'),
  flow('wait', 'Wait', 'delay gap pause time'),
  flow('branch', 'Branch', 'if condition split decision'),
  flow('fork', 'Fork', 'parallel at once teams split paths'),
  flow('join', 'Join', 'parallel meet wait for all'),
  flow('handoff', 'Hand over', 'handoff other cadence signal start'),
  flow('exit', 'Exit', 'end close won lost'),
  flow('note', 'Note', 'comment text'),
  flow('entry', 'Entry', 'start source leads in')
];

/**
 * The items that fit what was typed, those whose name begins with it first: every word must begin a
 * word of the item.
 */
export function findItems(query: string): readonly PaletteItem[] {
  const typed = query.trim().toLowerCase();
  const words = typed.split(/\s+/).filter(Boolean);
  const found = PALETTE.filter((item) => {
    const own = `${item.name} ${item.also} ${item.group}`.toLowerCase().split(' ');
    return words.every((word) => own.some((each) => each.startsWith(word)));
  });
  const byName = (item: PaletteItem) => item.name.toLowerCase().startsWith(typed);
  return [...found.filter(byName), ...found.filter((item) => !byName(item))];
}

export interface ItemGroup {
  readonly name: string;
  readonly items: readonly PaletteItem[];
}

/** Items under their headings, favorites first; an item stands under one heading. */
export function groupItems(
  items: readonly PaletteItem[],
  favorites: readonly string[]
): readonly ItemGroup[] {
  const isFavorite = ({ id }: PaletteItem) => favorites.includes(id);
  const own = items.filter((item) => !isFavorite(item));
  const place = ({ id }: PaletteItem) => favorites.indexOf(id);
  return [
    { name: 'Favorites', items: items.filter(isFavorite).sort((a, b) => place(a) - place(b)) },
    { name: 'Touches', items: own.filter(({ group }) => group === 'Touches') },
    { name: 'Flow', items: own.filter(({ group }) => group === 'Flow') }
  ].filter((group) => group.items.length > 0);
}

/**
 * A node made from an item. Its id is free and, by its random `mark`, none that a deleted step had:
 * what once happened at that step must not be told of this one.
 */
export function makeNode(item: PaletteItem, cadence: Cadence, mark: string): CadenceNode {
  const id = freeId(
    cadence.nodes.map((node) => node.id),
    `${item.id}-${mark}`
  );
  return item.make(id, cadence);
}

type Action = Extract<CadenceNode, { kind: 'action' }>;

/** Offers only dispositions that the cadence knows. */
function offered(node: Action, cadence: Pick<Cadence, 'dispositions'>): Action {
  const known = new Set(cadence.dispositions.map(({ id }) => id));
  return { ...node, dispositions: (node.dispositions ?? []).filter((id) => known.has(id)) };
}

function withoutDispositions(node: Action): Action {
  const { dispositions: _, ...rest } = node;
  return rest;
}
