import type { Threads } from './thread';

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
  /** Null: there is only this one. */
  readonly threads: Threads | null;
}
