// Stands for style sheets and pictures in component tests. CommonJS, which both kinds of module can load.
/* global module */
module.exports = 'asset';
