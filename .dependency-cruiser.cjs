/**
 * The direction of imports (docs/decisions/0001): apps -> feature libs -> read-models, feed, event-log
 * -> case-flow -> policy -> calendar. The three domain rooms import nothing but each other and the language.
 */
const room = (name) => `^libs/${name}/`
const rooms = (names) => `^libs/(${names.join('|')})/`
const features = ['performance', 'review', 'returns', 'identity', 'pages', 'simulation', 'door']

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-an-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'only-front-door-composes-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/front-door/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-imports-only-domain',
      severity: 'error',
      from: { path: rooms(['calendar', 'policy', 'case-flow']), pathNot: ['\\.spec\\.ts$', '/testing/'] },
      to: { pathNot: rooms(['calendar', 'policy', 'case-flow']) },
    },
    {
      name: 'calendar-is-the-ground',
      severity: 'error',
      from: { path: room('calendar') },
      to: { path: rooms(['policy', 'case-flow']) },
    },
    {
      name: 'policy-stands-on-calendar',
      severity: 'error',
      from: { path: room('policy') },
      to: { path: room('case-flow') },
    },
    {
      name: 'log-and-rows-know-no-feature',
      severity: 'error',
      from: { path: rooms(['event-log', 'feed', 'read-models']) },
      to: { path: rooms(features) },
    },
    {
      name: 'the-log-knows-no-reader',
      severity: 'error',
      from: { path: room('event-log') },
      to: { path: rooms(['feed', 'read-models']) },
    },
    {
      name: 'the-feed-knows-no-rows',
      severity: 'error',
      from: { path: room('feed') },
      to: { path: room('read-models') },
    },
    {
      name: 'rooms-are-entered-by-their-door',
      comment: 'Import a lib by its name (its index.ts), never by a path into it.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/.+', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
