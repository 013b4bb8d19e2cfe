import {defineConfig} from '@playwright/test';

const long = ['stream.spec.ts', 'live.spec.ts'];

/** The system's Chromium: nothing is downloaded. `npm run setup` finds or installs it. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Three files at once: most of them wait most of the time for real servers.
  workers: 3,
  // Whose tests wait for one another begin first, or all the others wait for them at the end.
  projects: [
    {name: 'long', testMatch: long},
    {name: 'short', testIgnore: long},
  ],
  // A test that passes the second time has found something.
  retries: 0,
  forbidOnly: true,
  // Against waiting for ever, on a machine with much else to do.
  timeout: 600_000,
  expect: {timeout: 120_000},
  reporter: 'list',
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
