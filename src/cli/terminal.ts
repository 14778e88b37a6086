import type { Reply, Task } from './thread';

/** What the command line sees of the machine. */
export interface Terminal {
  readFile(path: string): string;
  print(text: string): void;
  complain(text: string): void;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Cores of the machine. */
  readonly cores: number;
  /** Memory in use, megabytes. */
  memory(): number;
  /** Starts a thread of this very program on a task; null where there are no threads. */
  readonly thread: StartThread | null;
}

export type StartThread = (task: Task) => Promise<Reply>;
