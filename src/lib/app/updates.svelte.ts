import { dev } from '$app/environment';
import { asset } from '$app/paths';
import { trustedScriptUrl } from '$lib/worker/create-worker';

const HOUR = 60 * 60 * 1000;

/** Keeps the app on the device and says when a newer version is ready to take over. */
export class AppUpdates {
  #waiting = $state.raw<ServiceWorker | null>(null);
  /** Another tab has taken the new version; this one still runs the old. */
  #outdated = $state(false);
  #asked = false;

  get ready(): boolean {
    return this.#waiting !== null || this.#outdated;
  }

  /** Registers the service worker and looks for news every hour; returns how to stop looking. */
  start(): () => void {
    if (dev || !('serviceWorker' in navigator)) return () => undefined;
    const container = navigator.serviceWorker;
    const wasControlled = container.controller !== null;
    const onControllerChange = () => {
      if (this.#asked) location.reload();
      else if (wasControlled) this.#outdated = true;
    };
    container.addEventListener('controllerchange', onControllerChange);
    let timer: ReturnType<typeof setInterval> | undefined;
    void container.register(trustedScriptUrl(asset('/service-worker.js'))).then(
      (registration) => {
        this.#watch(registration);
        timer = setInterval(() => void registration.update().catch(() => undefined), HOUR);
      },
      // The app works without it, only not offline: a browser may forbid service workers.
      () => undefined
    );
    return () => {
      clearInterval(timer);
      container.removeEventListener('controllerchange', onControllerChange);
    };
  }

  /** Lets the new version take over; the page reloads when it has. */
  apply(): void {
    this.#asked = true;
    if (this.#waiting) this.#waiting.postMessage({ type: 'SKIP_WAITING' });
    else location.reload();
  }

  #watch(registration: ServiceWorkerRegistration): void {
    this.#waiting = registration.waiting;
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed' && navigator.serviceWorker.controller) this.#waiting = next;
      });
    });
  }
}
