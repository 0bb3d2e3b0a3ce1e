import { measure } from './measure.mjs';

const [, , rec, out] = process.argv;
const r = measure(['dist/cli.js', '--record', rec, 'publish', out]);
console.log(JSON.stringify(r));
