const path = require('node:path');
const { defineConfig } = require('@tarojs/cli');

const src = path.resolve(__dirname, '..', 'src');
const shared = path.resolve(__dirname, '..', '..', 'shared', 'src');

/** Pages of the component gallery are for looking at, never for people: they are built only when asked for. */
const withGallery = process.env.TANFANG_GALLERY === '1';

module.exports = defineConfig(async () => ({
  projectName: 'tanfang',
  date: '2026-1-1',
  designWidth: 390,
  deviceRatio: { 390: 1 },
  sourceRoot: 'src',
  // Keeps a gallery build from overwriting what is about to be published.
  outputRoot: withGallery
    ? 'dist/gallery-${TARO_ENV}'.replace('${TARO_ENV}', process.env.TARO_ENV || 'h5')
    : `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.resolve(__dirname, 'aria', 'plugin.js'), path.resolve(__dirname, 'offline', 'plugin.js')],
  alias: { '@tanfang/shared': path.join(shared, 'index.ts'), '@': src },
  // Where the weapp finds the service. The browser always talks to its own origin.
  defineConstants: {
    API_ORIGIN: JSON.stringify(process.env.TANFANG_API_ORIGIN || ''),
    WITH_GALLERY: JSON.stringify(withGallery),
  },
  copy: { patterns: [], options: {} },
  mini: {
    compile: { include: [shared] },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
    miniCssExtractPluginOption: { ignoreOrder: true },
    debugReact: false,
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile: { include: [shared] },
    router: { mode: 'hash', enhanceAnimation: false },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true }, cssModules: { enable: false } },
    // Names carry the content's hash, so a server may let them be cached for ever; index.html must not be.
    output: { filename: 'static/js/[name].[contenthash:8].js', chunkFilename: 'static/js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'static/css/[name].[contenthash:8].css',
      chunkFilename: 'static/css/[name].[contenthash:8].css',
    },
  },
}));
