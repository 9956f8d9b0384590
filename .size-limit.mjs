import { initialFiles } from './scripts/initial-files.mjs';

const { js, css } = initialFiles('dist');

export default [
  { name: 'JavaScript of the first load', path: js, gzip: true, limit: '200 kB' },
  { name: 'CSS of the first load', path: css, gzip: true, limit: '12 kB' },
];
