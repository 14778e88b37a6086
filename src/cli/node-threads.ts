import { Worker as Thread, type MessagePort } from 'node:worker_threads';
import type { Measurement } from '$lib/simulation';
import { Jobs } from './run/jobs';
import { perform } from './run/task';
import type { JobTask, JobThread, Reply, Task, Threads } from './thread';

/** What a thread that does jobs is started with, instead of a task. */
const JOBS = 'jobs';

/** Threads of a program that serves in them. */
export function threads(program: URL): Threads {
  return {
    perform: (task) =>
      new Promise<Reply>((resolve, reject) => {
        const thread = new Thread(program, { workerData: task });
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', () => reject(new Error('a thread ended before its task was done')));
      }),
    forJobs: () => jobThread(() => new Thread(program, { workerData: JOBS }))
  };
}

/** What a thread does that was started by another. */
export function serve(asked: unknown, port: MessagePort): void {
  if (asked === JOBS) {
    const jobs = new Jobs();
    port.on('message', (task: JobTask) => port.postMessage(jobs.perform(task)));
    return;
  }
  const reply = perform(asked as Task);
  const buffers = new Set(reply.columns.flat().map(({ buffer }) => buffer));
  port.postMessage(reply, [...buffers] as ArrayBuffer[]);
}

function jobThread(start: () => Thread): JobThread {
  let thread: Thread | null = null;
  let ended = false;
  return {
    run(task) {
      if (ended) return Promise.resolve(null);
      const asked = (thread ??= start());
      return new Promise<Measurement | null>((resolve, reject) => {
        asked.removeAllListeners();
        asked.once('message', resolve);
        asked.once('error', reject);
        asked.once('exit', () => {
          thread = null;
          if (ended) resolve(null);
          else reject(new Error('a thread ended before its job was done'));
        });
        asked.postMessage(task);
      });
    },
    end() {
      ended = true;
      void thread?.terminate();
    }
  };
}
