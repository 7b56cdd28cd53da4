import type { Config } from 'jest';

/** ESM-only packages that Jest must compile. */
const esmOnly = ['@fastify/static', '@fastify/cookie', 'cookie', 'content-disposition', 'jose'].join('|');

const transform = {
  '^.+\\.(ts|m?js)$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' }],
} satisfies Config['transform'];

const shared = {
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly})/)`],
} satisfies Config;

const config: Config = {
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.test.ts'] },
    { ...shared, displayName: 'contracts', testMatch: ['<rootDir>/test/contracts/**/*.test.ts'] },
    { ...shared, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.test.ts'] },
    { ...shared, displayName: 'chaos', testMatch: ['<rootDir>/test/chaos/**/*.test.ts'] },
  ],
};

export default config;
