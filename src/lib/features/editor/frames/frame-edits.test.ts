import { describe, expect, it } from 'vitest';
import { applyEdit, type CadenceFile, type Edit, type Frame } from '$lib/domain';
import { moveSteps } from '../commands/move';
import { sampleFile } from '../testing/sample-file';
import { changeFrame, frameByTeam, frameSteps, removeFrame, takeOut } from './frame-edits';

function after(file: CadenceFile, edit: Edit | null | undefined): CadenceFile {
  const applied = edit && applyEdit(file, edit);
  if (!applied?.ok) throw new Error('refused');
  return applied.value;
}

function framed(): readonly Frame[] {
  const file = after(sampleFile(), frameSteps(sampleFile(), new Set(['call-1', 'gap-1']))?.edit);
  return file.layout.frames ?? [];
}

describe('framing', () => {
  it('ED-55 puts a frame around the selected steps, in a color that is not used yet', () => {
    const first = after(sampleFile(), frameSteps(sampleFile(), new Set(['call-1', 'gap-1']))?.edit);
    expect(first.layout.frames).toEqual([
      { id: 'new-frame', name: 'New frame', color: 'indigo', nodes: ['gap-1', 'call-1'] }
    ]);
    const second = after(first, frameSteps(first, new Set(['won']))?.edit);
    expect(second.layout.frames?.[1]).toMatchObject({ color: 'blue', nodes: ['won'] });
    expect(frameSteps(first, new Set())).toBeNull();
  });

  it('ED-55 makes a frame larger when the selection holds it and more', () => {
    const file = { ...sampleFile(), layout: { positions: {}, frames: framed() } };
    const larger = after(file, frameSteps(file, new Set(['call-1', 'gap-1', 'won']))?.edit);
    expect(larger.layout.frames).toEqual([{ ...framed()[0], nodes: ['gap-1', 'call-1', 'won'] }]);
  });

  it('ED-56 names, colors, empties and removes a frame', () => {
    const id = 'new-frame';
    const sample = { ...sampleFile(), layout: { positions: {}, frames: framed() } };
    const frames = (edit: Edit | null) => after(sample, edit).layout.frames;
    expect(frames(changeFrame(framed(), id, { name: 'Calls' }))?.[0]?.name).toBe('Calls');
    expect(frames(changeFrame(framed(), id, { color: 'gray' }))?.[0]?.color).toBe('gray');
    expect(frames(takeOut(framed(), id, new Set(['call-1'])))?.[0]?.nodes).toEqual(['gap-1']);
    expect(frames(takeOut(framed(), id, new Set(['call-1', 'gap-1'])))).toBeUndefined();
    expect(frames(removeFrame(framed(), id))).toBeUndefined();
    expect(changeFrame(framed(), 'gone', { name: 'x' })).toBeNull();
  });

  it('ED-58 frames the steps of each team, once', () => {
    const file = sampleFile();
    const roles = [{ id: 'rep', name: 'Sales reps' }];
    const teams = { ...file, cadence: { ...file.cadence, roles } };
    const once = after(teams, frameByTeam(teams));
    expect(once.layout.frames).toMatchObject([{ name: 'Sales reps', nodes: ['call-1'] }]);
    expect(after(once, frameByTeam(once)).layout.frames).toEqual(once.layout.frames);
    const none = { ...file, cadence: { ...file.cadence, nodes: file.cadence.nodes.slice(0, 2) } };
    expect(frameByTeam(none)).toBeNull();
  });
});

describe('moving steps', () => {
  it('ED-57 takes the corners along of what connects steps that move alike', () => {
    const at = (y: number) => ({ x: 0, y });
    const file: CadenceFile = {
      ...sampleFile(),
      layout: {
        positions: { start: at(0), prospecting: at(100), 'email-1': at(200) },
        routes: { e1: [at(50), at(100)], e2: [at(150), at(200)] }
      }
    };
    const to = (y: number) => ({ x: 9, y });
    const both = { start: to(5), prospecting: to(105) };
    expect(moveSteps(file, both)).toEqual({
      kind: 'moveNodes',
      positions: both,
      routes: { e1: [to(55), to(105)] }
    });
    expect(moveSteps(file, { start: to(5), prospecting: to(106) })).not.toHaveProperty('routes');
  });
});
