import { defineConfig } from 'vitest/config'

const AGAINST_THE_BUILT_SERVER = ['tests/kill.test.ts', 'tests/kill-redaction.test.ts', 'tests/start-failures.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'sources',
          include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: AGAINST_THE_BUILT_SERVER,
          // Long for what these do: a busy machine is no fault of theirs. A hang is still found.
          testTimeout: 40_000,
          hookTimeout: 40_000,
        },
      },
      {
        test: {
          name: 'server',
          include: AGAINST_THE_BUILT_SERVER,
          globalSetup: 'tests/ensure-built.ts',
          // A server starts several times in one test, on a machine that has other things to do.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
