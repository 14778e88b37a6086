/*
 * Which module may import which: the one table behind both fences, the lint rules (which speak up
 * while one types) and the import graph (which resolves every path and sees the whole).
 */

/** Modules without Svelte, DOM, database, clock, randomness or locale: same input, same bytes. */
export const PURE = [
  'util',
  'calendar',
  'domain',
  'program',
  'compiler',
  'engine',
  'simulation',
  'layout',
  'drawing',
  'exchange',
  'advisor'
];

/** Of these, the ones whose arithmetic must give the same bits on every machine. */
export const EXACT = ['calendar', 'engine', 'simulation'];

/** What of Math is exact by its definition; the rest differs between engines in the last bits. */
export const EXACT_MATH = [
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc'
];

const CORE = ['util', 'calendar', 'domain', 'program', 'compiler', 'engine', 'simulation'];

/**
 * A part of src/lib (a folder, or one file without its ending), and the doors it may go through.
 * Types count. A part that is missing here may import nothing. The first part that fits a file counts.
 * @type {readonly { part: string, may: readonly string[] }[]}
 */
export const WALLS = [
  { part: 'util', may: [] },
  { part: 'calendar', may: ['util'] },
  { part: 'domain', may: ['util', 'calendar'] },
  { part: 'program', may: ['util', 'calendar', 'domain'] },
  { part: 'compiler', may: ['util', 'calendar', 'domain', 'program'] },
  { part: 'engine', may: ['util', 'calendar', 'domain', 'program'] },
  { part: 'simulation', may: ['util', 'calendar', 'domain', 'program', 'engine'] },
  { part: 'layout', may: ['util', 'domain'] },
  // What a step looks like and how large it is, for the canvas and for every picture of it.
  { part: 'drawing', may: ['util', 'domain', 'layout'] },
  // Proposes a cadence from what a manager says of her sales.
  { part: 'advisor', may: ['util', 'calendar', 'domain'] },
  // Cadences in other formats, out and in.
  { part: 'exchange', may: ['util', 'calendar', 'domain', 'layout', 'drawing'] },
  { part: 'storage', may: ['util', 'domain'] },
  { part: 'worker/clients', may: ['util', 'domain', 'storage'] },
  {
    part: 'worker',
    may: [...CORE, 'exchange', 'exchange/bpmn', 'storage', 'storage/memory', 'storage/pouch']
  },
  { part: 'ui', may: ['util'] },
  // How steps look, wherever a feature shows them.
  { part: 'features/steps', may: ['ui', 'domain', 'drawing'] },
  {
    part: 'features/*',
    may: [
      'util',
      'ui',
      'domain',
      'layout',
      'drawing',
      'exchange',
      'advisor',
      'storage',
      'worker/protocol',
      'worker/clients',
      'app/context',
      'features/steps'
    ]
  },
  {
    part: 'app',
    may: [
      ...CORE,
      'layout',
      'storage',
      'storage/memory',
      'storage/pouch',
      'worker/protocol',
      'worker/clients',
      'worker/create-worker',
      'ui',
      'features/*'
    ]
  }
];

/** What the folders beside src/lib may import from it. */
export const OUTER_WALLS = [
  { folder: 'src/routes', may: ['features/*', 'app', 'app/context', 'ui'] },
  { folder: 'src/cli', may: ['util', 'calendar', 'domain', 'compiler', 'simulation'] }
];

/** Every door there is: the only paths by which a module is imported from outside. */
export const DOORS = [
  ...CORE,
  'layout',
  'drawing',
  'exchange',
  // Reading and writing BPMN takes a library of its own, loaded in a worker alone.
  'exchange/bpmn',
  'advisor',
  'storage',
  // Adapters have doors of their own, so that the database is loaded only where it is used.
  'storage/memory',
  'storage/pouch',
  'worker/protocol',
  'worker/clients',
  'worker/create-worker',
  'ui',
  'app',
  'app/context',
  'features/*'
];

/** What exists for tests alone. */
export const TEST_DOORS = [
  'simulation/testing',
  'storage/acceptance',
  'storage/memory',
  'worker/compute-host',
  'worker/in-process'
];

/** A regular expression for any of the doors, a star standing for one name. @param {readonly string[]} doors */
export function doorPattern(doors) {
  return `(?:${doors.map((door) => door.replace('*', '[^/]+')).join('|')})`;
}
