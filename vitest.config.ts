import { configDefaults, defineConfig } from 'vitest/config'

const exclude = [...configDefaults.exclude, 'build/**', '.sillage/**', 'bench/next/**']

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, 'e2e/**'],
          globalSetup: 'kernel/testing/setup.ts', testTimeout: 60_000 },
      },
      {
        extends: true,
        // After the others, one file at a time: all journeys share one product, which has the two cores to itself then.
        test: {
          name: 'journeys', include: ['e2e/**/*.test.ts'], exclude, globalSetup: 'e2e/testing/product.ts',
          fileParallelism: false, testTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
