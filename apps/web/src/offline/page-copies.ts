import { PERSON_HEADER } from '@forumpad/api'
import type { BuildFacts } from './build-facts.ts'

/** So many pages are kept, those that were opened last. */
const MOST = 60

/**
 * The pages that this device keeps as the server sent them. Each belongs to one build, whose scripts it names, and to the person
 * whom it was made for: on a shared device nobody is shown the pages of the person before.
 */
export class PageCopies {
  readonly #caches: CacheStorage
  readonly #folder: string

  constructor(caches: CacheStorage, build: BuildFacts) {
    this.#caches = caches
    this.#folder = `${PAGES}${build.name}/`
  }

  /** The server has answered: a page is kept, and what it does not give any more is let go. */
  async heard(address: string, response: Response): Promise<void> {
    const url = withoutQuery(address)
    if (!isKeptPage(url)) return
    const person = response.headers.get(PERSON_HEADER)
    if (person !== null) await this.#forgetAllBut(person)
    if (person !== null && isPage(response)) {
      const cache = await this.#caches.open(this.#folder + person)
      // Anew at the end, so that the order is that of the last visits.
      await cache.delete(url, MATCH)
      await cache.put(url, response)
      const [...kept] = await cache.keys()
      await Promise.all(kept.slice(0, -MOST).map((oldest) => cache.delete(oldest, MATCH)))
    } else if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      for (const cache of await this.#open()) await cache.delete(url, MATCH)
    }
  }

  async find(address: string): Promise<Response | undefined> {
    for (const cache of await this.#open()) {
      const found = await cache.match(withoutQuery(address), MATCH)
      if (found) return found
    }
    return undefined
  }

  async #open(): Promise<Cache[]> {
    const names = (await this.#caches.keys()).filter((name) => name.startsWith(this.#folder))
    return Promise.all(names.map((name) => this.#caches.open(name)))
  }

  async #forgetAllBut(person: string): Promise<void> {
    const others = (await this.#caches.keys()).filter(
      (name) => name.startsWith(this.#folder) && name !== this.#folder + person,
    )
    await Promise.all(others.map((name) => this.#caches.delete(name)))
  }
}

const PAGES = 'pages/'
const MATCH = { ignoreVary: true }

/** Addresses of the pages that were kept with any build, the last opened first. */
export async function addressesKept(caches: CacheStorage): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES))
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  return requests
    .flat()
    .map(({ url }) => url)
    .reverse()
}

/** The start page, agendas and pads. All others act, or show what only the server knows. */
export function isKeptPage(address: string): boolean {
  return /^\/(?:[pe]\/[^/]+)?$/.test(new URL(address).pathname)
}

function isPage(response: Response): boolean {
  return (
    response.status === 200 && !response.redirected && /^text\/html\b/.test(response.headers.get('content-type') ?? '')
  )
}

function withoutQuery(address: string): string {
  const url = new URL(address)
  return url.origin + url.pathname
}
