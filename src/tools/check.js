/* `npm run check`: everything static, in one go. */
import { staticSteps } from './static-steps.js';
import { runSteps } from './steps.js';

process.exitCode = (await runSteps(staticSteps())) ? 0 : 1;
