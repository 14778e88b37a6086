import uFuzzy from '@leeoniya/ufuzzy';
import type { Command } from './command';

const fuzzy = new uFuzzy({ intraMode: 1 });

/** The commands that fit what was typed, best first; all of them, in order, when nothing was. */
export function matchCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const needle = typed.trim();
  if (needle === '') return commands;
  const haystack = commands.map((command) => `${command.label} ${command.also ?? ''}`);
  const [indexes, info, order] = fuzzy.search(haystack, needle, 1);
  if (!indexes) return [];
  const best = info && order ? order.map((at) => info.idx[at]) : indexes;
  return best.flatMap((index) => (index === undefined ? [] : (commands[index] ?? [])));
}

/** Commands under their headings, in the order in which the headings first appear. */
export function groupCommands(
  commands: readonly Command[]
): readonly { group: string; commands: readonly Command[] }[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const members = groups.get(command.group);
    if (members) members.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups].map(([group, members]) => ({ group, commands: members }));
}
