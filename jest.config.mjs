/** ESM-only packages that Jest must compile. */
const esmOnly = ['@fastify/static', '@fastify/cookie', 'cookie', 'content-disposition', 'jose'].join('|');

/** It says `await import('os')`, which Jest's module system cannot do; compiled, it becomes a `require`. */
const importingOs = '(mongoose/node_modules/)?mongodb/lib/runtime_adapters\\.js$';

/** @type {import('jest').Config['transform']} */
const transform = {
  '^.+\\.(ts|m?js)$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' },
  ],
};

/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  transform,
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly})/|${importingOs})`],
};

/** @type {import('jest').Config} */
const config = {
  maxWorkers: 2,
  // What each file leaves behind is never freed: at five gigabytes a worker does little but look for what to free.
  workerIdleMemoryLimit: '1.5GB',
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
  // Real servers on a busy machine take their time.
  testTimeout: 120_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.test.ts'] },
    { ...shared, displayName: 'contracts', testMatch: ['<rootDir>/test/contracts/**/*.test.ts'] },
    { ...shared, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.test.ts'] },
    { ...shared, displayName: 'chaos', testMatch: ['<rootDir>/test/chaos/**/*.test.ts'] },
  ],
};

export default config;
