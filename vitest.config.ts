import { defineConfig } from 'vitest/config'

const testsOf = (packages: string[]) => packages.map((name) => `${name}/**/*.test.{ts,tsx}`)

export default defineConfig({
  test: {
    // Two kinds: those that need nothing, and those for which Postgres, Temporal and mail are started.
    projects: [
      {
        test: {
          name: 'pure',
          include: testsOf(['core', 'nodes', 'channels', 'templates', 'web']),
        },
      },
      {
        test: {
          name: 'stack',
          include: testsOf(['db', 'workflows', 'server', 'scripts', 'bench']),
          globalSetup: ['scripts/src/testing/vitest-stack.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
