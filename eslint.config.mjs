import { existsSync } from 'node:fs';
import { join } from 'node:path';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a plain script needs checked; TypeScript files get these from the compiler or from typescript-eslint. */
const scriptRules = {
  'no-undef': 'error',
  'no-unused-vars': ['error', { args: 'after-used', caughtErrors: 'none', ignoreRestSiblings: true }],
  'no-unreachable': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-dupe-keys': 'error',
  'no-self-assign': 'error',
  'no-unused-labels': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

const houseRules = {
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-cond-assign': 'error',
  'no-control-regex': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-empty-character-class': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-prototype-builtins': 'error',
  'no-regex-spaces': 'error',
  'no-sparse-arrays': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-implied-eval': 'error',
  'object-shorthand': 'error',
};

/** Limits beyond which a reader loses the thread; lists of data (packs, tables, seeds, migrations) are read line by line. */
const sizeRules = {
  complexity: ['warn', 15],
  'max-depth': ['warn', 4],
  'max-lines': ['warn', { max: 350, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['warn', { max: 80, skipBlankLines: true, skipComments: true }],
};

const typedRules = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/consistent-type-imports': 'off',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  // Its advice changes from release to release, and a superfluous assertion harms nobody.
  '@typescript-eslint/no-unnecessary-type-assertion': 'off',
  // A handler or an adapter may have to be async by its interface.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true, allow: ['Error', 'URL', 'URLSearchParams'] },
  ],
};

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time comes in: `ctx.at` or the injected Clock; a date as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time comes in: `ctx.at` or the injected Clock; a date as an argument.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds)$/]',
    message: 'These follow the machine’s time zone; calendar dates are those of Asia/Shanghai.',
  },
];

const chance = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'The same facts give the same result.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/coverage/',
      '.cache/',
      '.data/',
      'artifacts/',
      '**/.swc/',
      'miniprogram/src/api/schema.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: globals.node },
    rules: { ...scriptRules, ...houseRules, ...sizeRules },
  },
  { files: ['**/*.cjs', 'miniprogram/{config/**,babel.config}.js'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['miniprogram/config/offline/service-worker.js'],
    languageOptions: { globals: { ...globals.serviceworker, FILES: 'readonly', VERSION: 'readonly' } },
  },
  {
    files: ['{shared,server,miniprogram}/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['shared/tsconfig.test.json', 'server/tsconfig.test.json', 'miniprogram/tsconfig.json'].filter(
          (file) => existsSync(join(import.meta.dirname, file)),
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { ...houseRules, ...sizeRules, ...typedRules },
  },
  {
    files: ['miniprogram/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'warn',
      // Stores are plain objects; nothing here has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A component's optional parts count as branches.
      complexity: ['warn', 20],
      'max-lines-per-function': ['warn', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/platform/clock/**', 'server/src/demo/**'],
    rules: { 'no-restricted-syntax': ['error', ...clock] },
  },
  {
    files: ['shared/src/**/*.ts', 'server/src/policy/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, chance] },
  },
  {
    // Lists of data are long because the plans are long.
    files: [
      'server/src/policy/packs/**/*.ts',
      'server/src/database/**/*.ts',
      'shared/src/vocabulary/**/*.ts',
      'server/src/**/*.dto.ts',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // A test reads replies of unknown shape; its assertions are what checks them.
    files: [
      '{shared,server,miniprogram}/test/**/*.{ts,tsx}',
      'server/src/policy/packs/*/cases/**/*.ts',
      '**/*.test.{ts,tsx}',
      '**/*.spec.{ts,tsx}',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      complexity: 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
    },
  },
);
