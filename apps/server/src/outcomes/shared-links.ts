import type { SharedLink } from '@forumpad/api'
import type { Readable } from './outcome-store.ts'

/** The addresses that are named in several pads, those in the most pads first, each pad once. */
export function sharedLinks({ pads, outcomes }: Readable): SharedLink[] {
  const titleOf = new Map(pads.map(({ name, title }) => [name, title]))
  const found = new Map<string, SharedLink>()
  for (const { kind, url, text, pad, name } of outcomes) {
    if (kind !== 'link' || url === null) continue
    const key = sameAddress(url)
    const link = found.get(key) ?? { url, title: text, places: [] }
    found.set(key, link)
    if (link.places.every((place) => place.pad !== pad))
      link.places.push({ pad, title: titleOf.get(pad) ?? pad, line: name })
  }
  return [...found.values()]
    .filter(({ places }) => places.length > 1)
    .sort((one, other) => other.places.length - one.places.length)
}

/** Two addresses that lead to one page, whatever part of it they name. */
function sameAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname, search } = new URL(url)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`
}
