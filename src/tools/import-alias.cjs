/* $lib, in the only form that dependency-cruiser reads it from. */
const { resolve } = require('node:path');

module.exports = { resolve: { alias: { $lib: resolve(__dirname, '../lib') } } };
