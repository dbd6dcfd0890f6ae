/**
 * The house rules: who may import whom. `npm test` runs them over the tree, and scripts/test/dependency-rules.test.mjs
 * proves with a small bad tree that each one bites.
 *
 * Data runs one way: controller → service → repository; module → platform; module → policy → shared.
 */

/** A module may import those before it, never those after it; it tells the ones after it by outbox events. */
const moduleOrder = ['divisions', 'identity', 'policies', 'registry', 'visiting', 'sheets', 'care', 'notification'];

/** The mini-program's packages: WeChat loads each subpackage alone, so none may reach into another. */
const subpackages = ['visitor', 'family', 'officer'];

const screens = `^miniprogram/src/(pages|${subpackages.join('|')})/`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const purity = [
  {
    name: 'shared-is-pure',
    comment: 'shared runs on the phone and on the server: no IO, no clock, no framework, no packages.',
    from: { path: '^shared/src/' },
    to: { pathNot: '^shared/src/' },
  },
  {
    name: 'policy-is-pure',
    comment: 'Law as code depends on nothing but shared, so that a rule can be read and tested alone.',
    from: { path: '^server/src/policy/' },
    to: { pathNot: '^(server/src/policy/|shared/|@tanfang/shared$)' },
  },
  {
    name: 'scripts-need-no-install',
    comment: 'The scripts do the set-up themselves, so they may use nothing that it installs.',
    from: { path: '^scripts/', pathNot: '^scripts/test/' },
    to: { pathNot: '^scripts/', dependencyTypesNot: ['core'] },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const houses = [
  {
    name: 'miniprogram-never-imports-server',
    comment: 'They meet over HTTP only; the types of the contract are generated into miniprogram/src/api.',
    from: { path: '^miniprogram/' },
    to: { path: '^(server/|@tanfang/server)' },
  },
  {
    name: 'server-never-imports-miniprogram',
    from: { path: '^server/' },
    to: { path: '^(miniprogram/|@tanfang/miniprogram)' },
  },
  {
    name: 'shared-by-front-door',
    comment: 'Import @tanfang/shared, never a file inside it.',
    from: { path: '^(server|miniprogram)/' },
    to: { path: '^(shared/|@tanfang/shared/)', pathNot: '^shared/(src|dist)/index\\.(ts|js|d\\.ts)$' },
  },
  {
    name: 'simulator-never-imports-src',
    comment: 'The simulator stands at the HTTP boundary in WeChat’s place; it knows nothing of the house.',
    from: { path: '^server/simulator/' },
    to: { path: '^server/src/' },
  },
  {
    name: 'src-never-imports-simulator',
    comment: 'Only the demo may, which a production process never loads.',
    from: { path: '^server/src/', pathNot: '^server/src/demo/' },
    to: { path: '^server/simulator/' },
  },
  {
    name: 'demo-only-by-dynamic-import',
    comment: 'So that a production process never loads it, nor the simulator behind it.',
    from: { path: '^server/src/', pathNot: '^server/src/demo/' },
    to: { path: '^server/src/demo/', dynamic: false, dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const modules = [
  {
    name: 'modules-meet-at-the-front-door',
    comment: 'Another module is reached by its index.ts only.',
    from: { path: '^server/src/modules/([^/]+)/' },
    to: {
      path: '^server/src/modules/[^/]+/',
      pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
    },
  },
  {
    name: 'modules-by-front-door',
    comment: 'Entry, seeds and migrations reach a module by its index.ts only.',
    from: { path: '^server/src/', pathNot: '^server/src/modules/' },
    to: { path: '^server/src/modules/[^/]+/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
  },
  {
    name: 'policy-by-front-door',
    from: { path: '^server/(src|simulator)/', pathNot: '^server/src/policy/' },
    to: { path: '^server/src/policy/', pathNot: '^server/src/policy/index\\.ts$' },
  },
  ...moduleOrder.slice(0, -1).map((module, place) => ({
    name: `module-order-${module}`,
    comment: `${module} may import only what stands before it in: ${moduleOrder.join(' ← ')}.`,
    from: { path: `^server/src/modules/${module}/` },
    to: { path: `^server/src/modules/(${moduleOrder.slice(place + 1).join('|')})/` },
  })),
  {
    name: 'module-has-its-place',
    comment: 'A new module gets its place in moduleOrder of this file first.',
    from: { path: `^server/src/modules/(?!(${moduleOrder.join('|')})/)[^/]+/` },
    to: {},
  },
  {
    name: 'platform-never-imports-modules',
    comment: 'The platform serves every module and knows none.',
    from: { path: '^server/src/platform/' },
    to: { path: '^server/src/(modules|policy)/' },
  },
  {
    name: 'controllers-never-touch-storage',
    comment: 'A controller calls its service; rows and SQL stay behind it.',
    from: { path: '\\.controller\\.ts$' },
    to: { path: ['\\.(repository|entities|entity)\\.ts$', 'node_modules/(typeorm|mysql2)/'] },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const phone = [
  {
    name: 'components-never-import-screens',
    comment: 'Screens use components, the platform and the client; never the other way.',
    from: { path: '^miniprogram/src/', pathNot: [screens, '^miniprogram/src/app\\.'] },
    to: { path: screens },
  },
  {
    name: 'platform-never-imports-components',
    from: { path: '^miniprogram/src/(platform|api)/' },
    to: { path: '^miniprogram/src/components/' },
  },
  {
    name: 'subpackages-stand-alone',
    comment: 'WeChat loads each subpackage alone; what two of them need belongs to components or platform.',
    from: { path: `^miniprogram/src/(${subpackages.join('|')})/` },
    to: { path: screens, pathNot: '^miniprogram/src/$1/' },
  },
  {
    name: 'main-package-never-imports-subpackages',
    from: { path: '^miniprogram/src/', pathNot: `^miniprogram/src/(${subpackages.join('|')})/` },
    to: { path: `^miniprogram/src/(${subpackages.join('|')})/` },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const hygiene = [
  { name: 'no-cycles', from: {}, to: { circular: true } },
  {
    name: 'no-unresolvable',
    comment: 'What cannot be found cannot be checked either.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-undeclared-packages',
    comment: 'A package that is there by accident of somebody else’s dependencies disappears by accident too.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-dev-packages-in-production',
    comment: 'Types of a development package may be used, its code not.',
    from: { path: '^(server|shared|miniprogram)/src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...purity, ...houses, ...modules, ...phone, ...hygiene].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: {
      path: [
        '/dist/',
        '\\.scss$',
        '^server/(test|bench)/',
        '^server/src/policy/packs/[^/]+/cases/',
        '^(shared|miniprogram)/test/',
      ],
    },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    enhancedResolveOptions: {
      extensions: [
        ...['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.jsx', '.json'],
        // A file by platform is found under its plain name; h5 stands for both, they have one interface.
        ...['.h5.ts', '.h5.tsx', '.weapp.ts', '.weapp.tsx'],
      ],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'module', 'types', 'typings'],
    },
    progress: { type: 'none' },
  },
};
