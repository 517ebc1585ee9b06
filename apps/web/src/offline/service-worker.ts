import { answerPage } from './answer-page.ts'
import { AssetCopies, forgetOtherBuilds, OFFLINE_PAGE } from './asset-copies.ts'
import type { BuildFacts } from './build-facts.ts'
import { isAsset, readOpened } from './opened.ts'
import { addressesKept, isKeptPage, PageCopies } from './page-copies.ts'
import type { WorkerScope } from './worker-scope.ts'

declare const self: WorkerScope
/** Written in by the build, see vite/service-worker.ts. */
declare const BUILD: BuildFacts

/** So many pages move to a new build with it. The others come with their next visit: a room full of people updates at once. */
const MOST_MOVED = 8

const { caches, location } = self
const assets = new AssetCopies(caches, BUILD, (request) => fetch(request))
const pages = new PageCopies(caches, BUILD)

self.addEventListener('install', (event) => event.waitUntil(install()))

async function install(): Promise<void> {
  await assets.keepAll([...BUILD.assets, OFFLINE_PAGE])
  const moving = (await addressesKept(caches)).slice(0, MOST_MOVED)
  // From the oldest to the newest, so that their order stays.
  for (const address of moving.reverse()) await keepPage(address)
  await self.skipWaiting()
}

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherBuilds(caches, BUILD).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (isAsset(request.url)) return event.respondWith(assets.get(request))
  if (request.mode !== 'navigate' || !isKeptPage(request.url)) return
  const { page, kept } = answerPage({
    fetchPage: () => fetch(request),
    heard: (response) => pages.heard(request.url, response),
    copy: () => pages.find(request.url),
    offlinePage: () => assets.find(OFFLINE_PAGE),
  })
  event.respondWith(page)
  event.waitUntil(kept)
})

self.addEventListener('message', (event) => {
  const opened = readOpened(event.data, location.origin)
  if (!opened) return
  event.waitUntil(Promise.allSettled(opened.assets.map((asset) => assets.get(asset))))
  event.waitUntil(keepIfNew(opened.page))
})

/** A first visit was over before this worker was there. */
async function keepIfNew(address: string): Promise<void> {
  if (isKeptPage(address) && !(await pages.find(address))) await keepPage(address)
}

async function keepPage(address: string): Promise<void> {
  // A page that does not come now is kept at its next visit.
  const response = await fetch(address).catch(() => undefined)
  if (response) await pages.heard(address, response)
}
