import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker as Thread, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { cli } from './cli';
import { perform } from './run/task';
import type { Reply, Task } from './thread';

const MEGABYTE = 1024 * 1024;

/** A thread runs this very file on a task. */
function thread(task: Task): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const started = new Thread(fileURLToPath(import.meta.url), { workerData: task });
    started.once('message', resolve);
    started.once('error', reject);
  });
}

if (isMainThread)
  process.exitCode = await cli(process.argv.slice(2), {
    readFile: (path) => readFileSync(path, 'utf8'),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    now: () => performance.now(),
    cores: availableParallelism(),
    memory: () => process.memoryUsage.rss() / MEGABYTE,
    thread
  });
else {
  const reply = perform(workerData as Task);
  const buffers = new Set(reply.columns.flat().map(({ buffer }) => buffer));
  parentPort?.postMessage(reply, [...buffers] as ArrayBuffer[]);
}
