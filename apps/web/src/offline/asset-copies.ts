import type { BuildFacts } from './build-facts.ts'

/** The page for addresses that this device does not keep. */
export const OFFLINE_PAGE = '/offline'

const FOLDER = 'assets/'
const MATCH = { ignoreVary: true }

/** The files of one build. Their names hold a hash of their content, so a copy is never out of date. */
export class AssetCopies {
  readonly #caches: CacheStorage
  readonly #name: string
  readonly #fetch: typeof fetch

  constructor(caches: CacheStorage, build: BuildFacts, fetchAsset: typeof fetch) {
    this.#caches = caches
    this.#name = FOLDER + build.name
    this.#fetch = fetchAsset
  }

  /** Fails unless all of them came: half a build must not take over. */
  async keepAll(paths: readonly string[]): Promise<void> {
    const cache = await this.#open()
    await cache.addAll([...paths])
  }

  /** The copy, or the file from the network, which is kept from then on. */
  async get(request: RequestInfo | URL): Promise<Response> {
    const cache = await this.#open()
    const copy = await cache.match(request, MATCH)
    if (copy) return copy
    const response = await this.#fetch(request)
    if (response.status === 200) await cache.put(request, response.clone())
    return response
  }

  async find(path: string): Promise<Response | undefined> {
    return (await this.#open()).match(path, MATCH)
  }

  #open(): Promise<Cache> {
    return this.#caches.open(this.#name)
  }
}

/** Deletes what other builds have left on this device, pages too. */
export async function forgetOtherBuilds(caches: CacheStorage, build: BuildFacts): Promise<void> {
  const others = (await caches.keys()).filter((name) => !name.split('/').includes(build.name))
  await Promise.all(others.map((name) => caches.delete(name)))
}
