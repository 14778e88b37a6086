import { readArguments } from './arguments';
import { COMMANDS } from './commands/commands';
import { helpOf } from './help';
import { BAD_INPUT, DONE } from './refusal';
import type { Terminal } from './terminal';

/** Does what the arguments ask; returns the exit status. */
export async function cli(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, COMMANDS);
  if (!read.ok) {
    terminal.complain(`${read.error}\n\nnpm run simulate -- --help lists what can be said.\n`);
    return BAD_INPUT;
  }
  if (read.value === 'help') {
    terminal.print(helpOf(COMMANDS));
    return DONE;
  }
  return read.value.command.run(read.value.args, terminal);
}
