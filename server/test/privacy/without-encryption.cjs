/**
 * Loaded before the server, takes away the encryption of the column named in WITHOUT_ENCRYPTION (`relative.phone`): its
 * entity writes what an unencrypted column would. It goes on reading what was encrypted before.
 */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const server = createRequire(join(__dirname, '../../dist/src/main.js'));
server('reflect-metadata');
server('./database/schema.js');
const { getMetadataArgsStorage } = server('typeorm');

const [table, column] = process.env.WITHOUT_ENCRYPTION.split('.');
const storage = getMetadataArgsStorage();
const entity = storage.tables.find(({ name }) => name === table).target;
const { options } = storage.columns.find(
  ({ target, propertyName }) =>
    target === entity && propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) === column,
);
const { from } = options.transformer;
options.transformer = {
  to: (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value),
  from: (stored) => (stored !== null && /^\w+\.[\w-]{38,}$/.test(stored) ? from(stored) : plain(stored)),
};

function plain(stored) {
  return typeof stored === 'string' && /^[{[]/.test(stored) ? JSON.parse(stored) : stored;
}
