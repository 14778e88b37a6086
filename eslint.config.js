import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { lawsOf, walls } from './src/tools/lint-walls.js';
import svelteConfig from './svelte.config.js';

export default defineConfig(
  {
    ignores: [
      '.svelte-kit/',
      '.cache/',
      'build/',
      'test-results/',
      'playwright-report/',
      // Runs in the page before anything else, hence small, old-fashioned and not a module.
      'static/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.worker },
      parserOptions: {
        extraFileExtensions: ['.svelte'],
        projectService: {
          // Outside of SvelteKit's own tsconfig.
          allowDefaultProject: ['src/service-worker.ts']
        }
      }
    },
    rules: {
      // The compiler knows what is defined, and knows it better.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...lawsOf([])],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      // `'exit' | string` tells a reader more than `string` does.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // `== null` asks for both kinds of nothing at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      // The rest of that configuration holds functions, which ESLint does not take.
      parserOptions: {
        parser: ts.parser,
        svelteConfig: { compilerOptions: svelteConfig.compilerOptions }
      }
    }
  },
  {
    // The parser does not know the types of all events in markup; svelte-check does.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    // Our maps and sets are replaced as a whole, held by `$state.raw`, never changed in place.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' }
  },
  {
    // The tools run before anything is installed, hence JavaScript; tsconfig.node.json checks them.
    files: ['**/*.js', 'src/tools/**', 'playwright.config.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node }
  },
  {
    files: ['src/lib/**', 'src/routes/**'],
    rules: { 'no-console': 'error' }
  },
  ...walls(),
  {
    // Tests take raw JSON apart, hand over broken values on purpose, and stand in for slow things.
    files: ['**/*.test.ts', '**/testing/**', 'tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-sparse-arrays': 'off'
    }
  },
  {
    // Playwright hands fixtures over in destructured arguments, even where there are none.
    files: ['tests/e2e/**'],
    rules: { 'no-empty-pattern': 'off' }
  }
);
