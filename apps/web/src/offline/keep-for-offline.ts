import type { Opened } from './opened.ts'

/**
 * Lets the pages that are opened here open again without network. It waits until the page stands: nobody's first visit is
 * slower for it. In development there is nothing to keep, since every file is made on request.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const begin = () => {
    const idle = window.requestIdleCallback ?? setTimeout
    idle(() => void register())
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator
  try {
    await serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
  } catch {
    // Storage is switched off, or the server went away meanwhile: the page works without.
    return
  }
  if (serviceWorker.controller) tell(serviceWorker.controller)
  else serviceWorker.addEventListener('controllerchange', () => tell(serviceWorker.controller), { once: true })
}

function tell(worker: ServiceWorker | null): void {
  const assets = performance.getEntriesByType('resource').map(({ name }) => name)
  const opened: Opened = { page: location.href, assets }
  worker?.postMessage(opened)
}
