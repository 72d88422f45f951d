import { defineConfig } from 'vitest/config'

const resultsFile = process.env.CALCIGRAPH_TEST_RESULTS

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/services/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // two cores, and some tests start servers and child processes of their own
    maxWorkers: 2,
    reporters: resultsFile ? ['default', 'json'] : ['default'],
    ...(resultsFile ? { outputFile: { json: resultsFile } } : {}),
  },
})
