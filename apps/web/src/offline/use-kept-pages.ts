import { useEffect, useState } from 'react'
import { addressesKept } from './page-copies.ts'

/** A page that opens without network. */
export type KeptPage = { path: string; title: string }

/** The pages that this device keeps, the last opened first. */
export function useKeptPages(): readonly KeptPage[] {
  const [pages, setPages] = useState<readonly KeptPage[]>([])
  useEffect(() => {
    let left = false
    void keptPages().then((found) => {
      if (!left) setPages(found)
    })
    return () => {
      left = true
    }
  }, [])
  return pages
}

async function keptPages(): Promise<KeptPage[]> {
  // Only secure pages have it; only those have a service worker, which shows this page.
  if (!('caches' in window)) return []
  return Promise.all(
    (await addressesKept(caches)).map(async (address) => {
      const path = new URL(address).pathname
      return { path, title: (await titleOf(address)) ?? path }
    }),
  )
}

async function titleOf(address: string): Promise<string | undefined> {
  const html = await (await caches.match(address, { ignoreVary: true }))?.text()
  const page = html === undefined ? undefined : new DOMParser().parseFromString(html, 'text/html')
  return page?.title.replace(/ · Forumpad$/, '')
}
