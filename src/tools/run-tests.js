import { install } from './install.js';

/** Installs what is missing, a browser included, then runs every check and every test. */
export async function run() {
  try {
    await install();
    // Loaded only now: these need what has just been installed.
    const [{ ensureBrowser }, { staticSteps }, { testSteps }, { runSteps }] = await Promise.all([
      import('./ensure-browser.js'),
      import('./static-steps.js'),
      import('./test-steps.js'),
      import('./steps.js')
    ]);
    const env = await ensureBrowser();
    process.exitCode = (await runSteps([...staticSteps(), ...testSteps(env)])) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  }
}
