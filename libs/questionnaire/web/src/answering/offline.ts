import { loadAhead } from './chunks';

/** The part of Trusted Types this page needs; not every browser has them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

const WORKER = '/sw.js';
/** Named in the Content-Security-Policy: it lets this one address through, and nothing else. */
const POLICY = 'preau-service-worker';

let made: Promise<void> | undefined;

/** From the first page on, the questionnaire goes on without a network: everything is loaded, and kept for reloads. */
export function prepareOffline(): Promise<void> {
  made ??= loadAhead().then(keepForReloads).catch(stayOnline);
  return made;
}

async function keepForReloads(): Promise<void> {
  // In development files change under the same name: keeping them would show old ones.
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await navigator.serviceWorker.register(trusted(WORKER));
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: loadedSoFar() });
}

/** Private browsing and old browsers refuse: answering works as before, reloads then need the network. */
const stayOnline = () => undefined;

/** Files and public readings this page has loaded before the worker could see them. */
function loadedSoFar(): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(
      ({ pathname, search }) => pathname.startsWith('/assets/') || (pathname === '/graphql' && search !== ''),
    )
    .map(({ href }) => href);
}

function trusted(url: string): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(POLICY, { createScriptURL }).createScriptURL(url) ?? url;
}

function createScriptURL(url: string): string {
  if (url !== WORKER) throw new TypeError('Only the service worker of this site is loaded by its address.');
  return url;
}
