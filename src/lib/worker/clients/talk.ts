import type { Line } from './line';

/** Something asked of one line, in which more of them may take part later. */
export interface Talk {
  /** There is life in it: its time begins anew. */
  alive(): void;
  /** Another line takes part: its death ends the talk too. */
  join(line: Line): void;
}

/** Asks, and gives up when a line that takes part dies, or all of them when `limit` passes without life. */
export function talk<T>(first: Line, limit: number, call: (talk: Talk) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const lines: Line[] = [];
    const leave: (() => void)[] = [];
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const alive = (): void => {
      if (over) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const line of [...lines]) line.bury('the worker did not answer in time');
      }, limit);
    };
    const settle = (): void => {
      over = true;
      clearTimeout(timer);
      for (const each of leave) each();
    };
    const join = (line: Line): void => {
      if (over) return;
      lines.push(line);
      leave.push(
        line.wait((error) => {
          settle();
          reject(error);
        })
      );
    };
    join(first);
    alive();
    call({ alive, join }).then(resolve, reject).finally(settle);
  });
}
