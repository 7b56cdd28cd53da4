/** The arrows of the house: bots | jobs | web | cli -> usecases -> domain; store implements usecases/ports. */
const pureLibraries = ['date-fns', '@date-fns/tz', 'zod', 'chinese-days', 'chrono-node', 'rrule-temporal'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^bench/.*\\.mjs$',
          '\\.test\\.ts$',
          'src/main\\.ts$',
          'src/cli/main\\.ts$',
          '^src/web/pages/files/',
        ],
      },
      to: {},
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain knows no I/O: only itself and a list of pure libraries.',
      from: { path: '^src/domain', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/domain', `^node_modules/(${pureLibraries.join('|')})(/|$)`] },
    },
    {
      name: 'usecases-see-domain',
      severity: 'error',
      comment: 'Use cases load, decide, commit: no platform, no database.',
      from: { path: '^src/usecases', pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          '^src/(bots|jobs|web|cli|store|embedded)',
          '^src/(app|main|config)\\.ts$',
          '^node_modules/(mongoose|bullmq|ioredis|telegraf|wechaty|fastify)',
        ],
      },
    },
    {
      name: 'store-implements-ports',
      severity: 'error',
      from: { path: '^src/store' },
      to: { path: '^src/(bots|jobs|web|cli|app|main)' },
    },
    {
      name: 'edges-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/(bots|jobs|web)/' },
      to: { path: '^src/(bots|jobs|web|cli)/', pathNot: '^src/$1/' },
    },
    {
      name: 'edges-go-through-ports',
      severity: 'error',
      from: { path: '^src/(bots|jobs|web)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/store' },
    },
    {
      name: 'platforms-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/bots/(telegram|wechat|sandbox)/' },
      to: { path: '^src/bots/(telegram|wechat|sandbox)/', pathNot: '^src/bots/$1/' },
    },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|bench)' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
