import type { Flow } from '../columnar/flow';

/** A group of a flow at which leads of one segment may wait for people; counted over all sweeps. */
interface Place {
  readonly segment: number;
  readonly group: number;
  /** The task there; -1: none. */
  readonly task: number;
}

/** Where leads go on from when their tasks are done: a list for each group of each sweep. */
export class Places {
  readonly all: Place[] = [];
  /** Leads of the block whose task at a place is done, and how many they are. */
  readonly served: Uint16Array[] = [];
  readonly lengths: Int32Array;

  /** Room for so many sweeps of each of the flows. */
  constructor(flows: readonly Flow[], sweeps: number) {
    const groups = flows.reduce((sum, flow) => sum + flow.groups.length, 0);
    this.lengths = new Int32Array(sweeps * groups);
  }

  /** The places of a sweep; returns the first one. */
  add(flow: Flow, segment: number, list: () => Uint16Array): number {
    const first = this.all.length;
    flow.groups.forEach(({ taskPc: task }, group) => {
      this.all.push({ segment, group, task });
      this.served.push(list());
    });
    return first;
  }
}
