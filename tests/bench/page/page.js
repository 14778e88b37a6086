/* Runs a job in a worker of its own, under the app's own content security policy. */
const scope = /** @type {any} */ (window);
const policy = scope.trustedTypes.createPolicy('app-worker', {
  createScriptURL: (/** @type {string} */ url) => url
});

scope.runInWorker = (/** @type {unknown} */ job) =>
  new Promise((resolve, reject) => {
    // eslint-disable-next-line no-restricted-syntax -- a page of its own, with the app's policy
    const worker = new Worker(policy.createScriptURL('/in-worker.js'), { type: 'module' });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message || 'the worker does not load'));
    };
    worker.postMessage(job);
  });
document.title = 'ready';
