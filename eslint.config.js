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
          allowDefaultProject: ['*.js', '.*.js', 'src/service-worker.ts', 'playwright.config.ts']
        }
      }
    },
    rules: {
      // The compiler knows what is defined, and knows it better.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...lawsOf([])],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      eqeqeq: 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
  },
  {
    // The tools are JavaScript, so that they run before anything is installed or built.
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node }
  },
  {
    files: ['src/lib/**', 'src/routes/**'],
    rules: { 'no-console': 'error' }
  },
  ...walls(),
  {
    // Playwright hands fixtures over in destructured arguments, even where there are none.
    files: ['tests/e2e/**'],
    rules: { 'no-empty-pattern': 'off' }
  }
);
