import { FORMAT } from '../file';
import { declareMigrations } from './migrations';

/** Every step from the first format to the one of this build. */
export const MIGRATIONS = declareMigrations(FORMAT, []);
