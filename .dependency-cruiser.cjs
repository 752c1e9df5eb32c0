const areas =
  '(authority|identity|portfolio|budget|procurement|contracts|allocation|reporting|evaluation|documents|clients|eligibility|today|care|training|reports|billing)';

/** Import directions of the house: routes → areas → db. Each rule prints why it is there. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle of modules has no bottom: none of them can be understood or tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules know no database, no text on the screen, no machine: whoever knows the law can read and check them.',
      severity: 'error',
      from: { path: '^app/.+/rules(/|\\.ts$)' },
      to: {
        path: [
          '^app/ui/',
          '/store(/|\\.ts$)',
          '/views/',
          '^app/routes/',
          '^app/server',
          '^db/',
          '^templates/',
        ],
      },
    },
    {
      name: 'rules-need-no-machine',
      comment:
        'Rules take values in and give findings out; a file, the network or a clock would make them differ by place.',
      severity: 'error',
      from: { path: '^app/.+/rules(/|\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-server-code-in-the-browser',
      comment:
        'Views, ui, forms and values run in the browser too: a store or the database must not travel with them.',
      severity: 'error',
      from: { path: ['^app/.+/views/', '^app/ui/', '^app/.+/forms(/|\\.tsx?$)', '^app/values/'] },
      to: { path: ['/store(/|\\.ts$)', '^db/', '^templates/engine/', '^app/server', '^app/boot'] },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'node:* does not exist in the browser.',
      severity: 'error',
      from: { path: ['^app/.+/views/', '^app/ui/', '^app/.+/forms(/|\\.tsx?$)', '^app/values/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'values-stand-alone',
      comment: 'Money, calendar and result serve every area, so they may depend on none.',
      severity: 'error',
      from: { path: '^app/values/' },
      to: { path: '^(app/(?!values/)|db/|templates/)' },
    },
    {
      name: 'routes-hold-no-sql',
      comment: 'A route is a door: it asks an area. Queries stand in the stores of the areas.',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: ['^db/(?!(as-actor)\\.ts$)', '^node_modules/(kysely|pg)/'] },
    },
    {
      name: 'nobody-imports-routes',
      comment: 'Imports run downwards: routes → areas → db.',
      severity: 'error',
      from: { path: `^(app/(${areas}|ui|values|server)|db|templates)` },
      to: { path: '^app/routes/' },
    },
    {
      name: 'ui-knows-no-area',
      comment:
        'The shared look serves all areas; roles and the actor are the exception, the navigation needs them.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: `^app/${areas}/`, pathNot: '^app/identity/(roles|actor|access)\\.ts$' },
    },
    {
      name: 'store-of-another-area',
      comment: "Areas talk through exported functions; nobody reaches into another area's views.",
      severity: 'error',
      from: { path: `^app/${areas}/` },
      to: { path: `^app/${areas}/views/`, pathNot: '^app/$1/views/' },
    },
    {
      name: 'only-the-writer-touches-pdfkit',
      comment: 'One writer knows pdfkit; everything before it can be tested without drawing.',
      severity: 'error',
      from: { path: '^(app|db|templates)/', pathNot: '^templates/engine/(writer|write|pdf)' },
      to: { path: '^node_modules/pdfkit/' },
    },
    {
      name: 'db-knows-no-area',
      comment: 'The database is the wall under the rooms; only the example data goes through their doors.',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/example/' },
      to: { path: '^app/', pathNot: '^app/(identity/(actor|roles)|request-context|clock)\\.ts$' },
    },
    {
      name: 'engine-stands-alone',
      comment: 'The PDF engine draws any document and knows nothing of measures.',
      severity: 'error',
      from: { path: '^templates/engine/' },
      to: { path: '^(app/(?!values/)|db/)' },
    },
    {
      name: 'no-tests-in-the-portal',
      comment: 'Test support is not shipped.',
      severity: 'error',
      from: { path: '^(app|db|templates|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'scripts-need-nothing-installed',
      comment: 'The start scripts run before the first install.',
      severity: 'error',
      from: { path: '^scripts/(start|test|admin|import)\\.mjs$|^scripts/support/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
