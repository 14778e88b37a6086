import { readFileSync } from 'node:fs';
import { simulate } from './simulate';

process.exitCode = simulate(process.argv.slice(2), {
  readFile: (path) => readFileSync(path, 'utf8'),
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  now: () => performance.now()
});
