import { type LinksState, SERVER_PERSON } from '@forumpad/api'
import { linksOf, type PadDocument, withoutLinks } from '@forumpad/pad-schema'
import type { HeldLinkStore, SeenLink } from './held-link-store.ts'
import type { LinkWriters } from './link-writers.ts'
import { htmlWithoutLinks, linksInHtml } from './links-in-html.ts'

/** Of one text no more new addresses are kept; the others are held, and come when these are gone. */
const MOST_NEW = 500

export type HeldLinksParts = {
  links: HeldLinkStore
  /** The event of a pad's session; null for a free-standing pad, where nothing is held. */
  eventOf(pad: string): Promise<string | null>
  writersOf(pad: string): Promise<LinkWriters>
  /** Those of the people who hold a link that lets them write in a pad. */
  holders(pad: string, event: string, people: readonly string[]): Promise<Set<string>>
  now(): number
}

/** A text as it is brought to whoever follows it. */
type FollowedText = { pad: { name: string }; document: PadDocument }

/** The links of unknown people in the pads of events that hold them. What nobody has looked at yet counts as held. */
export type HeldLinks = {
  /** For the follower of texts: keeps which addresses stand in pads, and holds those that are new and of unknown people. */
  readonly name: string
  follow(text: FollowedText): Promise<void>
  /** The document as everybody may have it: the words of what is held lead nowhere. */
  shown(pad: string, document: PadDocument): Promise<PadDocument>
  /** What makes HTML that this program wrote of a pad's text such as everybody may have it: each of these pieces. */
  shownHtml(pad: string, pieces: readonly string[]): Promise<(html: string) => string>
  /** Those of some addresses that lead somewhere in a pad. */
  freeAmong(pad: string, hrefs: readonly string[]): Promise<ReadonlySet<string>>
  /** Another one whenever the same document may be shown otherwise. */
  stamp(pad: string): Promise<string>
  /** What the page of a pad with these addresses is told. */
  state(pad: string, document: PadDocument): Promise<LinksState>
  trustQuietly(pad: string, person: string): Promise<void>
  /** Calls back with each pad whose links were looked at. */
  onFollowed(callback: (pad: string, state: LinksState) => void): void
}

export function createHeldLinks({ links, eventOf, writersOf, holders, now }: HeldLinksParts): HeldLinks {
  const callbacks: ((pad: string, state: LinksState) => void)[] = []

  /** The event of a pad, if it holds links. */
  async function holding(pad: string): Promise<string | null> {
    const event = await eventOf(pad)
    return event !== null && (await links.isHolding(event)) ? event : null
  }

  async function freeAmong(pad: string, hrefs: readonly string[]): Promise<ReadonlySet<string>> {
    if (hrefs.length === 0) return new Set()
    const event = await holding(pad)
    if (event === null) return new Set(hrefs)
    const known = await links.known(event, hrefs)
    return new Set(hrefs.filter((href) => known.get(href) === false))
  }

  async function state(pad: string, document: PadDocument): Promise<LinksState> {
    const event = await holding(pad)
    if (event === null) return { holds: false }
    const hrefs = [...linksOf(document)]
    const known = await links.known(event, hrefs)
    const held = await links.held(event, MOST_NEW)
    const whose = new Map(held.map(({ href, person }) => [href, person]))
    return {
      holds: true,
      free: hrefs.filter((href) => known.get(href) === false),
      held: hrefs.flatMap((href) => (known.get(href) ? { href, person: whose.get(href) ?? null } : [])),
    }
  }

  /** Who of all behind some links may bring new ones. */
  async function vouched(pad: string, event: string, people: readonly string[]): Promise<ReadonlySet<string>> {
    const [holding, trusted] = await Promise.all([holders(pad, event, people), links.trusted(event, people)])
    return new Set([SERVER_PERSON, ...holding, ...trusted])
  }

  async function seen(pad: string, event: string, hrefs: readonly string[]): Promise<SeenLink[]> {
    const at = now()
    if (!(await links.isHolding(event))) return hrefs.map((href) => ({ href, pad, person: null, at, held: false }))
    const writers = await writersOf(pad)
    const people = new Set(hrefs.flatMap((href) => (writers.get(href) ?? []).flatMap((place) => [...place])))
    const known = await vouched(pad, event, [...people])
    return hrefs.map((href) => {
      const places = writers.get(href) ?? []
      const held = !places.some((place) => [...place].every((person) => known.has(person)))
      const stranger = places.flatMap((place) => [...place]).find((person) => person !== '' && !known.has(person))
      return { href, pad, person: stranger ?? null, at, held }
    })
  }

  return {
    name: 'links 1',
    async follow({ pad: { name: pad }, document }) {
      const event = await eventOf(pad)
      if (event === null) return
      const hrefs = [...linksOf(document)]
      const known = await links.known(event, hrefs)
      const open = hrefs.filter((href) => known.get(href) !== false).slice(0, MOST_NEW)
      if (open.length > 0) await links.see(event, await seen(pad, event, open))
      const told = await state(pad, document)
      for (const callback of callbacks) callback(pad, told)
    },
    async shown(pad, document) {
      const hrefs = [...linksOf(document)]
      if (hrefs.length === 0) return document
      const free = await freeAmong(pad, hrefs)
      return free.size === hrefs.length ? document : withoutLinks(document, (href) => !free.has(href))
    },
    async shownHtml(pad, pieces) {
      const hrefs = [...new Set(pieces.flatMap(linksInHtml))]
      const free = await freeAmong(pad, hrefs)
      return (html) => (free.size === hrefs.length ? html : htmlWithoutLinks(html, (href) => !free.has(href)))
    },
    freeAmong,
    async stamp(pad) {
      const event = await holding(pad)
      return event === null ? '' : `held ${await links.countFree(event)}`
    },
    state,
    async trustQuietly(pad, person) {
      const event = await holding(pad)
      if (event !== null) await links.trust(event, person, now())
    },
    onFollowed: (callback) => void callbacks.push(callback),
  }
}
