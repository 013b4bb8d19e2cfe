import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

const standIn = (name: string): string => fileURLToPath(new URL(`support/docusaurus/${name}`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // What Docusaurus gives to components while it builds, small enough to be read here.
  resolve: {
    alias: {
      '@docusaurus/Link': standIn('Link.tsx'),
      '@docusaurus/Translate': standIn('Translate.tsx'),
      '@docusaurus/router': standIn('router.ts'),
      '@docusaurus/useBaseUrl': standIn('useBaseUrl.ts'),
      '@docusaurus/useBrokenLinks': standIn('useBrokenLinks.ts'),
      '@docusaurus/useDocusaurusContext': standIn('useDocusaurusContext.ts'),
    },
  },
  oxc: {jsx: {runtime: 'automatic'}},
  test: {
    restoreMocks: true,
    setupFiles: ['seed', 'fresh-page'].map((name) => fileURLToPath(new URL(`support/${name}.ts`, import.meta.url))),
    allowOnly: false,
    // Against waiting for ever, on a machine with much else to do: what must be fast is timed in tests/bench.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: {poll: {timeout: 60_000}},
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/integration/**', 'tests/e2e/**'],
          // Files share what they import, which is two thirds of the time; files with a page do not: see fresh-page.ts.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // Each file starts real servers and mostly waits for them; two cores carry two files at once.
          maxWorkers: 2,
        },
      },
    ],
  },
});
