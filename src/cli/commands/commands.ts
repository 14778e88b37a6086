import type { Command } from '../command';
import { simulate } from './simulate';

/** Everything the command line can do; without an option that asks for another, the first. */
export const COMMANDS: readonly [Command, ...Command[]] = [simulate];
