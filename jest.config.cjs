const phone = require('./miniprogram/jest.config.cjs');

/** Decorators need their type metadata, and class fields must not shadow what TypeORM and class-validator define. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** One Jest project per kind of test, so that `--selectProjects` and the counts of `npm test` can tell them apart. */
const node = (displayName, folders) => ({
  displayName,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/${folder}/**/*.{test,spec}.ts`),
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: { '^@tanfang/shared$': '<rootDir>/shared/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/(shared|server|miniprogram)/dist/', '<rootDir>/\\.(cache|data)/'],
});

const toldOnce = {
  globalSetup: '<rootDir>/miniprogram/test/journeys/support/tell-story.ts',
  globalTeardown: '<rootDir>/miniprogram/test/journeys/support/forget-story.ts',
};

const projects = [
  node('shared', ['shared/test']),
  node('server-unit', ['server/test/unit', 'server/test/policy', 'server/src/policy/packs', 'server/test/simulator']),
  // TEST_DATABASE=sqlite|mariadb chooses the engine; see server/test/api.
  node('server-api', ['server/test/api']),
  // Real processes of what was built, killed and started again; SOAK=1 for their full size. See docs/reliability.md.
  node('faults', ['server/test/faults/sqlite']),
  node('faults-mariadb', ['server/test/faults/mariadb']),
  // Real processes of the built server; the same variable chooses the engine.
  node('privacy', ['server/test/privacy']),
  // Both work on what was built: the weapp's code run without WeChat, and the whole product in a browser.
  { ...node('weapp', ['miniprogram/test/weapp']), ...toldOnce },
  { ...node('journeys', ['miniprogram/test/journeys']), ...toldOnce },
  { ...phone, testPathIgnorePatterns: ['/node_modules/', '<rootDir>/miniprogram/test/(weapp|journeys)/'] },
];
module.exports = { projects, testTimeout: 30_000 };
