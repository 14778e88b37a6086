import { describe, expect, it } from 'vitest';
import { tiny } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { printTrace, traceSink, type TraceEntry } from './trace';

describe('a trace', () => {
  it('ENG-56 has a line for everything a sink is told', () => {
    const program = programOf(tiny());
    const entries: TraceEntry[] = [];
    const sink = traceSink(program, entries);
    const call = program.nodes.indexOf('call');
    const done = program.nodes.indexOf('done');
    sink.entered(call, 2, 1);
    sink.opened(call, 2, 3, 4);
    sink.completed(call, 2, 0, 5);
    sink.completed(call, 2, -1, 5);
    sink.refused(call, 2, 5);
    sink.skipped(call, 2, 5, 'person');
    sink.skipped(call, 2, 5, 'missingData');
    sink.bounced(call, 2, 5);
    sink.again(call, 3, 5);
    sink.waiting(call, 3, 9);
    sink.held(call, 3, 6);
    sink.offered(done, 6);
    sink.left(program.firstPort[call] ?? 0, 6);
    sink.pathEnded(call, 6);
    sink.cancelled(call, 3, 6);
    sink.handled(0, 6);
    sink.slaReached(call, 3, 0, 6);
    sink.handedOff(call, { type: 'signal', signal: 'hello' }, 6);
    sink.handedOff(-1, { type: 'enroll', cadence: 'other', fields: [] }, 6);
    sink.paused(6);
    sink.resumed(7);
    sink.entered(done, 1, 7);
    sink.exited(done, 7);
    sink.ended(7);
    sink.stopped(7);
    sink.ranAway(call, 8);
    expect(printTrace(entries, (at) => `t${at}`)).toMatchInlineSnapshot(`
      "t1  entered    call#2
      t3  opened     call#2  due t4
      t5  completed  call#2  no-answer
      t5  completed  call#2  done
      t5  refused    call#2
      t5  skipped    call#2
      t5  skipped    call#2  missing data
      t5  bounced    call#2
      t5  again      call#3
      t5  waits      call#3  until t9
      t6  held       call#3
      t6  offered    done
      t6  left       call  by Done
      t6  pathEnded  call#2
      t6  cancelled  call#3
      t6  handled
      t6  slaReached  call#3  
      t6  handedOff  call  to signal hello
      t6  handedOff  handler  to other
      t6  paused
      t7  resumed
      t7  entered    done#1
      t7  exited     done#1
      t7  ended
      t7  stopped
      t8  ranAway    call#2
      "
    `);
  });
});
