import jsxA11y from 'eslint-plugin-jsx-a11y';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noClock = {
  selector:
    "NewExpression[callee.name='Date'], CallExpression[callee.object.name='Date'], MemberExpression[object.name='Now'], MemberExpression[property.name='Now']",
  message: 'Today is a value: take it as an argument (app/clock.ts hands it in).',
};
const noStringBuiltSql = {
  selector: "CallExpression[callee.object.name='sql'][callee.property.name=/^(raw|lit)$/]",
  message: 'SQL is built from text in db/ only: row-level security does not guard against injection.',
};

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'data/', 'coverage/', 'tests/.output/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A forgotten await in a transaction is the dearest mistake here.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Responses and Remix' data() are thrown by design.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An empty setting or header means: not set.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A key read from a record may be absent: brackets say so.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['app/**/*.tsx'],
    plugins: { react, 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    settings: { react: { version: '18.3' } },
    rules: {
      ...react.configs.flat.recommended.rules,
      ...react.configs.flat['jsx-runtime'].rules,
      ...reactHooks.configs.recommended.rules,
      'react/prop-types': 'off',
      'react/forbid-dom-props': [
        'error',
        {
          forbid: [
            {
              propName: 'style',
              message: 'The content security policy allows no style attribute: use a class.',
            },
          ],
        },
      ],
      'react/forbid-component-props': [
        'error',
        {
          forbid: [
            {
              propName: 'style',
              message: 'The content security policy allows no style attribute: use a class.',
            },
          ],
        },
      ],
      'react/no-danger': 'error',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'templates/**/*.ts'],
    ignores: ['app/server/**', 'app/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', noClock, noStringBuiltSql] },
  },
  {
    files: ['app/server/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noStringBuiltSql] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What a test reads back from a PDF or a form is of unknown shape, and a wrong one fails the test.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // One list each by nature: every table of the database, and a row for each.
    files: ['db/tables.ts', 'tests/db/matrix-rows.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'error' },
  },
);
