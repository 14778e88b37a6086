import {
  doorPattern,
  DOORS,
  EXACT,
  EXACT_MATH,
  OUTER_WALLS,
  PURE,
  TEST_DOORS,
  WALLS
} from './walls.js';

/*
 * The walls of walls.js as ESLint rules. For one file ESLint takes only the last setting of a rule,
 * so each block below is complete in itself.
 */

/** @typedef {{ selector: string, message: string }} Law */

/** @type {readonly Law[]} */
const COMMON = [
  { selector: 'ExportAllDeclaration', message: 'Name what goes through a door.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals, or an object `as const`.' },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Markup is made by Svelte alone.'
  },
  {
    selector: 'NewExpression[callee.name=/^(Function|Worker|SharedWorker)$/]',
    message: 'Threads start in src/lib/worker/create-worker.ts alone; code is never made of text.'
  }
];

/** @type {readonly Law[]} */
const IN_LIB = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  {
    selector: 'ImportExpression[source.value=/^\\.\\.\\u002F\\.\\.\\u002F/]',
    message: 'Use $lib/… across modules.'
  }
];

/** @type {readonly Law[]} */
const IN_PURE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time is passed in.'
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is passed in.'
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is passed in.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness is passed in.'
  }
];

/** @type {readonly Law[]} */
const IN_EXACT = [
  {
    selector: `MemberExpression[object.name='Math']:not([property.name=/^(${EXACT_MATH.join('|')})$/])`,
    message: `Of Math only ${EXACT_MATH.join(', ')} are exact on every machine.`
  },
  {
    selector: "VariableDeclarator[init.name='Math']",
    message: 'Call Math by its name, so that it can be checked.'
  },
  { selector: "BinaryExpression[operator='**']", message: 'Powers are not exact; multiply.' },
  { selector: "AssignmentExpression[operator='**=']", message: 'Powers are not exact; multiply.' },
  {
    selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]',
    message: 'Locales differ from machine to machine.'
  }
];

const HOST_GLOBALS = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'performance',
  'crypto',
  'process',
  'globalThis',
  'self'
];
const LOCALE_GLOBALS = ['Intl', 'Temporal'];

/** The forbidden syntax of a place, the laws that hold everywhere included. @param {readonly Law[]} more */
export function lawsOf(more) {
  return [...COMMON, ...more];
}

/** @param {readonly string[]} names @param {string} message */
const forbidden = (names, message) => names.map((name) => ({ name, message }));

/**
 * @param {string} name
 * @param {readonly string[]} may
 * @param {{ pure?: boolean, top?: boolean }} [options] `top`: for files at the top of a module,
 * from where one step up already leads out
 * @returns {import('eslint').Linter.RuleEntry}
 */
function imports(name, may, { pure = false, top = false } = {}) {
  const allowed = may.length ? `(?!${doorPattern(may)}$)` : '';
  const patterns = [
    {
      regex: `^\\$lib(/${allowed}|$)`,
      message: `${name} may import ${may.length ? may.join(', ') : 'no other module'}, each through its door.`
    },
    {
      regex: top ? '^\\.\\.(/|$)' : '^\\.\\./\\.\\.(/|$)(?!.*(app\\.css$|static/|src/tools/))',
      message: 'Use $lib/… across modules.'
    },
    ...(pure
      ? [
          {
            regex:
              '^(svelte|@xyflow|@sveltejs|\\$app|\\$env|\\$service-worker|pouchdb|comlink|bits-ui|node:)',
            message: `${name} is pure.`
          }
        ]
      : [])
  ];
  return ['error', { patterns }];
}

/**
 * The blocks for one part of src/lib.
 * @param {(typeof WALLS)[number]} wall
 * @returns {import('eslint').Linter.Config[]}
 */
function wallsOf({ part, may }) {
  const pure = PURE.includes(part);
  const exact = EXACT.includes(part);
  const folder = `src/lib/${part}`;
  const laws = lawsOf([...IN_LIB, ...(pure ? IN_PURE : []), ...(exact ? IN_EXACT : [])]);
  const isModule = !part.includes('/') || part.startsWith('features/');
  const top = isModule ? [`${folder}/*.{ts,svelte}`] : [];
  return [
    {
      files: [`${folder}/**/*.{ts,svelte}`],
      rules: {
        'no-restricted-imports': imports(part, may, { pure }),
        'no-restricted-syntax': ['error', ...laws],
        'no-restricted-globals': ['error', ...(pure ? forbiddenGlobals(part, exact) : [])]
      }
    },
    ...top.map((file) => ({
      files: [file],
      rules: { 'no-restricted-imports': imports(part, may, { pure, top: true }) }
    })),
    {
      // Tests and what they share keep to the walls too, but may use the host, an oracle, and what is made for them.
      files: [`${folder}/**/*.test.ts`, `${folder}/**/testing/**/*.ts`],
      rules: {
        'no-restricted-imports': imports(part, [...may, part, ...TEST_DOORS]),
        'no-restricted-syntax': ['error', ...lawsOf(IN_LIB)],
        'no-restricted-globals': 'off'
      }
    }
  ];
}

/** @param {string} part @param {boolean} exact */
function forbiddenGlobals(part, exact) {
  return [
    ...forbidden(HOST_GLOBALS, `${part} is pure.`),
    ...(exact ? forbidden(LOCALE_GLOBALS, 'Locales differ from machine to machine.') : [])
  ];
}

/** @type {import('eslint').Linter.Config[]} */
const EXCEPTIONS = [
  {
    // Time zones are turned into plain numbers once, when a calendar is compiled; compared with
    // a slow oracle by its property tests.
    files: ['src/lib/calendar/zone.ts'],
    rules: { 'no-restricted-globals': ['error', ...forbiddenGlobals('calendar', false)] }
  },
  {
    // The one place that starts threads.
    files: ['src/lib/worker/create-worker.ts'],
    rules: { 'no-restricted-syntax': 'off' }
  }
];

/** All walls, as blocks of an ESLint configuration. @returns {import('eslint').Linter.Config[]} */
export function walls() {
  return [
    // The last block that fits a file counts, the first part that fits it should: hence backwards.
    ...WALLS.toReversed().flatMap(wallsOf),
    ...OUTER_WALLS.map(({ folder, may }) => ({
      files: [`${folder}/**/*.{ts,svelte}`],
      rules: { 'no-restricted-imports': imports(folder, may) }
    })),
    {
      files: ['tests/**/*.ts'],
      rules: { 'no-restricted-imports': imports('tests', [...DOORS, ...TEST_DOORS]) }
    },
    ...EXCEPTIONS
  ];
}
