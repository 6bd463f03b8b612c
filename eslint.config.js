import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

// Components only. All other TypeScript is linted by oxlint (.oxlintrc.json), which knows its types and needs a fifth of the time.
export default ts.config(
  { ignores: ['node_modules/', '.data/', '.svelte-kit/', 'src/base/paraglide/', 'static/', '**/*.ts', '**/*.js', '**/*.mjs'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'svelte/no-navigation-without-resolve': 'off', 'no-undef': 'off' },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/ui/Chart.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
);
