import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { cli } from './cli';
import { serve, threads } from './node-threads';

const MEGABYTE = 1024 * 1024;

if (isMainThread)
  process.exitCode = await cli(process.argv.slice(2), {
    readFile: (path) => readFileSync(path, 'utf8'),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    now: () => performance.now(),
    cores: availableParallelism(),
    memory: () => process.memoryUsage.rss() / MEGABYTE,
    // A thread runs this very file.
    threads: threads(new URL(import.meta.url))
  });
else if (parentPort) serve(workerData, parentPort);
