import { readFileSync } from 'node:fs';
import { measure } from './measure';

/** `node in-node.js FILE LEADS GENERAL BRIEF RUNS MILLISECONDS`: one line of JSON. */
const [path = '', leads = '', general = '', brief = '', runs = '', milliseconds = ''] =
  process.argv.slice(2);
const timed = measure({
  text: readFileSync(path, 'utf8'),
  leads: Number(leads),
  general: general === 'true',
  brief: brief === 'true',
  runs: Number(runs),
  milliseconds: Number(milliseconds)
});
process.stdout.write(`${JSON.stringify(timed)}\n`);
