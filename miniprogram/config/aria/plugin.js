const path = require('node:path');
const components = require('./attributes');

/** Adds the ARIA attributes to the weapp's templates and to the code on the phone that fills them. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'));
    },
  });
};
