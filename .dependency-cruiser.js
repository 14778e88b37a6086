import { fileURLToPath } from 'node:url';
import { OUTER_WALLS, WALLS } from './src/tools/walls.js';

/*
 * The second fence, over resolved paths: it also sees dynamic imports and relative paths that
 * lead out of a module. Types count as imports everywhere.
 */

/** Tests and what only they use: their walls are seen to by the lint rules. */
const FOR_TESTS = '\\.test\\.ts$|/acceptance\\.ts$|/testing/';

/** The folder, or file, of a part or door as a pattern. @param {string} part */
const path = (part) => `^src/lib/${part.replace('*', '[^/]+')}(?:/|\\.ts$)`;

/** Files that belong to an earlier part of the table, whose own rule speaks for them. @param {number} index */
const earlier = (index) => WALLS.slice(0, index).map(({ part }) => path(part));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const walls = WALLS.map(({ part, may }, index) => {
  const isFeature = part === 'features/*';
  // A part of a module, such as worker/clients, may use what lies beside it. `$1` is what the path
  // of the importing file matched: a feature may use itself.
  const own = isFeature ? '^src/lib/features/$1/' : `^src/lib/${part.split('/')[0]}/`;
  return {
    name: `walls-of-${part.replaceAll('/', '-').replace('*', 'each')}`,
    comment: `${part} may import only: ${may.join(', ') || 'nothing'}`,
    severity: 'error',
    from: {
      path: isFeature ? '^src/lib/features/([^/]+)/' : path(part),
      pathNot: [...earlier(index), FOR_TESTS]
    },
    to: { path: '^src/', pathNot: [own, '^src/app\\.css$', ...may.map(path)] }
  };
});

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const outer = OUTER_WALLS.map(({ folder, may }) => ({
  name: `walls-of-${folder.replaceAll('/', '-')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^src/', pathNot: [`^${folder}/`, '^src/app\\.css$', ...may.map(path)] }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        // Made by SvelteKit and Vite as they build; the type checker sees to these.
        pathNot: ['^\\$(app|env|service-worker)', '^\\./\\$types', '\\?(raw|url|worker)']
      }
    },
    {
      name: 'no-development-dependency-in-the-app',
      severity: 'error',
      from: {
        path: '^src/(lib|routes|cli)/',
        pathNot: FOR_TESTS
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(svelte|@sveltejs)/'
      }
    },
    ...walls,
    ...outer
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.svelte-kit|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // It does not take $lib from the tsconfig that SvelteKit writes.
    webpackConfig: {
      fileName: fileURLToPath(new URL('./src/tools/import-alias.js', import.meta.url))
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'default'],
      extensions: ['.ts', '.js', '.svelte']
    }
  }
};
