const { join } = require('node:path');

/** The aliases of miniprogram/config, for dependency-cruiser, which reads the `resolve` part of a webpack configuration. */
module.exports = {
  resolve: {
    alias: {
      '@tanfang/shared$': join(__dirname, 'shared/src/index.ts'),
      '@': join(__dirname, 'miniprogram/src'),
    },
  },
};
