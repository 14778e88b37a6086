import { Jobs } from '../run/jobs';
import { perform } from '../run/task';
import type { Threads } from '../thread';

/** Threads that take turns in this one; what passes between them is copied, as between real ones. */
export const inTurns: Threads = {
  perform: (task) => Promise.resolve(perform(task)),
  forJobs() {
    const jobs = new Jobs();
    let ended = false;
    return {
      async run(task) {
        const copy = structuredClone(task);
        await new Promise((resolve) => setTimeout(resolve));
        return ended ? null : structuredClone(jobs.perform(copy));
      },
      end() {
        ended = true;
      }
    };
  }
};
