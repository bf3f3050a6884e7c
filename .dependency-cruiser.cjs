// The walls of docs/architecture.md. `yarn lint:walls` fails on the first import through one of them.
const from = (...rooms) => `^(${rooms.join('|')})/src/`;
const plugin = name => `plugins/${name}`;
const source = 'plugins/multicluster-backend-module-[^/]+';
const all = '^(plugins|packages)/[^/]+/';

/** What a room may import of ours, beside itself. */
const walls = [
  ['common', [plugin('multicluster-common')], []],
  ['node', [plugin('multicluster-node')], [plugin('multicluster-common')]],
  [
    'backend',
    [plugin('multicluster-backend')],
    [plugin('multicluster-common'), plugin('multicluster-node')],
  ],
  [
    'source',
    [source],
    [plugin('multicluster-common'), plugin('multicluster-node')],
  ],
  ['react', [plugin('multicluster-react')], [plugin('multicluster-common')]],
  [
    'front-end',
    [plugin('multicluster')],
    [plugin('multicluster-common'), plugin('multicluster-react')],
  ],
  [
    'catalog-module',
    [plugin('catalog-backend-module-multicluster')],
    [plugin('multicluster-common')],
  ],
  [
    'scaffolder-module',
    [plugin('scaffolder-backend-module-multicluster')],
    [plugin('multicluster-common')],
  ],
  ['simulator', ['packages/simulator'], []],
];

const tests = '\\.test\\.tsx?$|/__testUtils__/|/__fixtures__/|setupTests';

module.exports = {
  forbidden: [
    ...walls.map(([name, rooms, allowed]) => ({
      name: `wall-${name}`,
      severity: 'error',
      comment: `${name} may import of ours: ${allowed.join(', ') || 'nothing'}`,
      from: { path: from(...rooms), pathNot: tests },
      to: {
        path: all,
        pathNot: `^(${[...rooms, ...allowed].join('|')})/`,
      },
    })),
    {
      name: 'no-raw-kubernetes-objects-in-the-core',
      severity: 'error',
      comment: 'The core never sees a raw Kubernetes object',
      from: {
        path: from(
          plugin('multicluster-backend'),
          plugin('multicluster-common'),
        ),
        pathNot: tests,
      },
      to: {
        path: '@kubernetes/client-node|^plugins/multicluster-node/src/kubernetes',
      },
    },
    {
      name: 'no-kubernetes-client-in-the-browser',
      severity: 'error',
      from: {
        path: from(
          plugin('multicluster'),
          plugin('multicluster-react'),
          plugin('multicluster-common'),
          'packages/app',
        ),
      },
      to: { path: '@kubernetes/client-node' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'project, derive, matching rules and explanations are functions over plain data: time, randomness and network come in through arguments',
      from: {
        path: '^plugins/[^/]+/src/(project|derive|matching/rules)/',
        pathNot: tests,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'layers-of-the-back-end',
      severity: 'error',
      comment:
        'What reads and matches knows neither who may see it nor how it is asked for: permissions and router stand above',
      from: {
        path: '^plugins/multicluster-backend/src/(inventory|matching|views|detail|util)/',
        pathNot: tests,
      },
      to: { path: '^plugins/multicluster-backend/src/(permissions|router)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^(plugins|packages)/' },
      // Types alone may refer to each other, and what is loaded later may refer back.
      to: {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] },
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
