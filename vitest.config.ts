import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Modules are loaded once for all tests of a worker: loading them anew for each file took a
// quarter of the time. What must be a test's own is a database or a workspace, not a module.
const isolate = false

// Only what hangs ends by these: a machine that does other work, too, is slow, not broken. Tests name no times of their own.
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000 } },
}

const testsOf = (packages: string[]) => packages.map((name) => `${name}/**/*.test.{ts,tsx}`)

export default defineConfig({
  test: {
    // Two even on two cores: the tests of the engine mostly wait, for Temporal and for the database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Two kinds: those that need nothing, and those for which Postgres, Temporal and mail are started.
    projects: [
      {
        test: {
          name: 'pure',
          isolate,
          ...patience,
          include: testsOf(['core', 'nodes', 'channels', 'templates', 'web']),
        },
      },
      {
        test: {
          name: 'stack',
          isolate,
          ...patience,
          include: testsOf(['db', 'workflows', 'server', 'scripts', 'bench']),
          globalSetup: ['scripts/src/testing/vitest-stack.ts'],
        },
      },
    ],
  },
})
