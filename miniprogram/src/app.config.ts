export default defineAppConfig({
  // The gallery comes last so that it can never become the first page.
  pages: [
    'pages/landing/index',
    'pages/sign-in/index',
    'pages/me/index',
    ...(WITH_GALLERY ? ['pages/gallery/index'] : []),
  ],
  subPackages: [
    {
      root: 'visitor',
      pages: [
        ...['today/index', 'scan/index', 'card/index', 'form/index', 'sign/index', 'done/index', 'records/index'],
        ...['sheet-fill/index', 'sheet/index', 'no-answer/index'],
      ],
    },
    {
      root: 'family',
      pages: ['parent/index', 'why/index', 'plan/index', 'needs/index', 'need/index', 'inbox/index', 'bind/index'],
    },
    {
      root: 'officer',
      pages: [
        'morning/index',
        'needs/index',
        'need/index',
        'phone-tasks/index',
        'kinships/index',
        'elders/index',
        'elder/index',
        'why/index',
        'trial/index',
        'objections/index',
        'register/index',
        'door-code/index',
        'worklist/index',
        'inbox/index',
        'readings/index',
        'reading/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '探访关爱',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBF6EE',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
