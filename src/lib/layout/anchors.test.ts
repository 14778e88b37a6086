import { describe, expect, it } from 'vitest';
import { portAnchors, roomForPorts, targetAnchor } from './anchors';

const SIZE = { width: 200, height: 60 };
const ports = (...ids: string[]) => ids.map((id) => ({ id, name: id, required: true }));
const sides = (...ids: string[]) =>
  portAnchors('branch', ports(...ids), SIZE, 'down').map(({ side }) => side);

describe('portAnchors', () => {
  it('puts the only port at the far end', () => {
    expect(portAnchors('wait', ports('next'), SIZE, 'down')).toEqual([
      { port: 'next', side: 'bottom', x: 100, y: 60 }
    ]);
    expect(portAnchors('wait', ports('next'), SIZE, 'right')).toEqual([
      { port: 'next', side: 'right', x: 200, y: 30 }
    ]);
  });

  it('LAY-7 keeps the main way in the middle and shares the others out', () => {
    expect(sides('a', 'default')).toEqual(['right', 'bottom']);
    expect(sides('a', 'b', 'default')).toEqual(['left', 'right', 'bottom']);
    expect(sides('done', 'x', 'y', 'z')).toEqual(['bottom', 'left', 'right', 'right']);
  });

  it('shares out ports of which none is the main one', () => {
    expect(sides('a', 'b')).toEqual(['left', 'right']);
    expect(sides('a', 'b', 'c')).toEqual(['left', 'bottom', 'right']);
  });

  it('lines the paths of a fork up at its end, apart from each other', () => {
    const anchors = portAnchors('fork', ports('a', 'b', 'c'), SIZE, 'down');
    expect(anchors.map(({ x, y }) => [x, y])).toEqual([
      [50, 60],
      [100, 60],
      [150, 60]
    ]);
  });
});

describe('targetAnchor', () => {
  it('is where the flow arrives, and absent where nothing does', () => {
    expect(targetAnchor('action', SIZE, 'down')).toEqual({ side: 'top', x: 100, y: 0 });
    expect(targetAnchor('action', SIZE, 'right')).toEqual({ side: 'left', x: 0, y: 30 });
    expect(targetAnchor('entry', SIZE, 'down')).toBeNull();
    expect(targetAnchor('note', SIZE, 'down')).toBeNull();
  });
});

describe('roomForPorts', () => {
  it('LAY-7 grows with the ports on one side', () => {
    expect(roomForPorts('action', ports('next'), 'down')).toEqual({ width: 0, height: 0 });
    const many = roomForPorts('branch', ports('a', 'b', 'c', 'd', 'e', 'f', 'default'), 'down');
    expect(many.height).toBe(88);
    expect(roomForPorts('fork', ports('a', 'b', 'c'), 'down').width).toBe(88);
  });
});
