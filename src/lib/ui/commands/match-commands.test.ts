import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { groupCommands, matchCommands } from './match-commands';

function command(id: string, label: string, also?: string): Command {
  return { id, label, group: id.charAt(0), run: () => undefined, ...(also ? { also } : {}) };
}

const COMMANDS = [
  command('a1', 'Go to cadences', 'library'),
  command('b1', 'Use the dark theme'),
  command('a2', 'New cadence')
];

describe('matchCommands', () => {
  it('UI-5 offers everything in order when nothing is typed', () => {
    expect(matchCommands(COMMANDS, '  ')).toEqual(COMMANDS);
  });

  it('UI-5 finds by label and by other words', () => {
    expect(matchCommands(COMMANDS, 'dark').map(({ id }) => id)).toEqual(['b1']);
    expect(matchCommands(COMMANDS, 'libr').map(({ id }) => id)).toEqual(['a1']);
    expect(matchCommands(COMMANDS, 'xyzzy')).toEqual([]);
  });

  it('UI-5 takes words in any order', () => {
    expect(matchCommands(COMMANDS, 'cadence new')[0]?.id).toBe('a2');
  });
});

describe('groupCommands', () => {
  it('keeps the order of groups and of commands in them', () => {
    expect(groupCommands(COMMANDS).map(({ group, commands }) => [group, commands.length])).toEqual([
      ['a', 2],
      ['b', 1]
    ]);
  });
});
