/** The part of a service worker's world that ours uses. TypeScript has one library for pages and another for workers, not both. */
export type WorkerScope = {
  readonly location: Location
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<Kind extends keyof WorkerEvents>(kind: Kind, listener: (event: WorkerEvents[Kind]) => void): void
}

type WorkerEvents = {
  install: Extended
  activate: Extended
  fetch: Extended & { readonly request: Request; respondWith(response: Promise<Response>): void }
  message: Extended & { readonly data: unknown }
}

type Extended = { waitUntil(work: Promise<unknown>): void }
