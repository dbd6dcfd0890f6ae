const { join } = require('node:path');

/** The browser's side of every pair (`.h5`) runs in jsdom; what both sides share is tested once, here. */
module.exports = {
  displayName: 'miniprogram',
  rootDir: join(__dirname, '..'),
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/miniprogram/test/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/miniprogram/test/browser.ts'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/miniprogram/src/$1',
    '^@tanfang/shared$': '<rootDir>/shared/src/index.ts',
    '^@tarojs/taro$': '<rootDir>/miniprogram/test/taro.ts',
    '\\.scss$': '<rootDir>/miniprogram/test/no-styles.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/(shared|server|miniprogram)/dist/', '<rootDir>/\\.(cache|data)/'],
};
