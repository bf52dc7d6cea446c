import { defineConfig } from '@playwright/test'

/** `npm test` starts the whole system and says by these where it is. */
const { RELANCE_TEST_URL, RELANCE_CHROMIUM, RELANCE_PICTURES, RELANCE_TRACE, CI } = process.env

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

export default defineConfig({
  testDir: './src',
  // `npm run pictures` takes pictures of every page instead.
  testMatch: RELANCE_PICTURES ? '**/*.pictures.ts' : '**/*.spec.ts',
  outputDir: './test-results',
  // One engine and one clock serve all tests, on few cores: each has its own workspace instead.
  workers: 1,
  timeout: 180_000,
  // Two busy cores carry browser, engine, database and Temporal together: slow is not broken.
  expect: { timeout: 45_000 },
  forbidOnly: Boolean(CI),
  reporter: [['list'], ['json']],
  use: {
    baseURL: RELANCE_TEST_URL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // Watching each step costs two fifths of a run's time: nine tests took 2.0 minutes with it and 1.4 without.
    trace: RELANCE_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: RELANCE_CHROMIUM,
      args: [...QUIET, '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
})
