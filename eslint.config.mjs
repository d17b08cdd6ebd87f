import eslint from '@eslint/js';
import lwcTypeScript from '@salesforce/eslint-config-lwc/recommended-ts.js';
import slds from '@salesforce-ux/eslint-plugin-slds';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const COMPONENTS = ['force-app/**/lwc/**/*.ts'];
const COMPONENT_TESTS = ['force-app/**/lwc/**/__tests__/**/*.ts'];
const SCRIPTS = ['scripts/**/*.ts', 'config/**/*.ts'];
const BOOTSTRAP = ['scripts/**/*.js', 'config/**/*.js', '*.js'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/coverage/**',
      '**/dist/**',
      '.local-org/**',
      'force-app/**/lwc/**/*.js',
      'force-app/**/staticresources/**'
    ]
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' }
  },
  {
    files: SCRIPTS,
    extends: [eslint.configs.recommended, ...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'prefer-template': 'error',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 30],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The rule wants `while` conditions and empty implementations that read worse.
      '@typescript-eslint/no-empty-function': 'off',
      // `noUncheckedIndexedAccess` makes every index an "or undefined"; where the bounds are known, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  },
  {
    // Declarations say what others wrote, such as classes with static members only.
    files: ['scripts/**/*.d.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': 'off' }
  },
  {
    // Plain JavaScript that runs before anything is installed or compiled.
    files: BOOTSTRAP,
    extends: [eslint.configs.recommended],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly'
      }
    }
  },
  ...lwcTypeScript.map((config) => ({ ...config, files: COMPONENTS })),
  {
    files: COMPONENTS,
    rules: {
      // TypeScript itself knows what is defined and what is used, types included: these rules take names of types and of
      // their members for globals and unused variables.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-restricted-globals': 'off',
      'no-use-before-define': ['error', { functions: false, classes: false }]
    }
  },
  {
    files: COMPONENT_TESTS,
    languageOptions: { globals: { describe: 'readonly', it: 'readonly', expect: 'readonly', jest: 'readonly' } },
    // Tests wait until components have rendered.
    rules: { '@lwc/lwc/no-async-operation': 'off', 'no-await-in-loop': 'off' }
  },
  { ...jest.configs['flat/recommended'], files: COMPONENT_TESTS },
  ...slds.configs['flat/recommended'],
  {
    files: ['**/*.css'],
    rules: {
      // A size for which the design system has no hook, such as the width of a column, cannot be written otherwise.
      '@salesforce-ux/slds/no-hardcoded-values-slds2': ['warn', { reportNumericValue: 'hasReplacement' }]
    }
  }
);
