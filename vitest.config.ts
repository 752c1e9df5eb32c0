import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const hasPostgres = Boolean(process.env.TEST_DATABASE_URL);

/** What each kind of test needs decides its project; `races` exists only where PostgreSQL does. */
const projects = [
  // Searches for counterexamples take their time while other projects run beside them.
  { name: 'rules', include: ['tests/**/*.rules.test.{ts,tsx}'], testTimeout: 30_000 },
  { name: 'database', include: ['tests/**/*.db.test.ts'], database: true, testTimeout: 60_000 },
  { name: 'documents', include: ['tests/**/*.pdf.test.ts'], testTimeout: 120_000 },
  { name: 'browser', include: ['tests/**/*.browser.test.ts'], testTimeout: 240_000 },
  ...(hasPostgres
    ? [{ name: 'races', include: ['tests/**/*.race.test.ts'], database: true, testTimeout: 60_000 }]
    : []),
];

export default defineConfig({
  test: {
    // Two cores: more workers only make PGlite start slower.
    maxWorkers: 2,
    projects: projects.map(({ database, ...project }) => ({
      resolve: {
        alias: {
          '~': path.join(root, 'app'),
          '#db': path.join(root, 'db'),
          '#templates': path.join(root, 'templates'),
        },
      },
      test: {
        ...project,
        environment: 'node' as const,
        pool: 'forks' as const,
        hookTimeout: 180_000,
        server: { deps: { external: [/\/build\/server\//] } },
        ...(database ? { globalSetup: ['tests/support/global-setup.ts'] } : {}),
      },
    })),
  },
});
