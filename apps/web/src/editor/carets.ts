import type { Person } from '@forumpad/api'
import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { caretClicks } from './caret-clicks.ts'
import { caretMotion } from './caret-motion.ts'
import { personOf } from './presence.ts'

/** More than this many carets say nothing to anybody; those that moved last are drawn. */
export const MOST_CARETS = 30

/** The carets and selections of the others. Names stand in the margin, never over the text. */
export function carets(awareness: Awareness): Extension {
  return Extension.create({
    name: 'carets',
    priority: 999,
    addProseMirrorPlugins() {
      const recent = recentCarets(awareness)
      return [
        yCursorPlugin(awareness, {
          awarenessStateFilter: (me: number, client: number) => client !== me && recent.isDrawn(client),
          cursorBuilder: (user: { [field: string]: unknown }, client?: number) =>
            caretElement(personOf({ user }) ?? { id: '', name: String(user.name ?? ''), hue: 0 }, client ?? 0),
          selectionBuilder: (user: { [field: string]: unknown }) => ({
            class: 'others-selection',
            'data-hue': String(personOf({ user })?.hue ?? 0),
          }),
        }),
        caretMotion(recent),
        caretClicks(),
      ]
    },
  })
}

/** Remembers when each caret moved last. */
function recentCarets(awareness: Awareness) {
  const movedAt = new Map<number, number>()
  const places = new Map<number, string>()
  let drawn = new Set<number>()

  const look = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }) => {
    for (const client of removed) {
      movedAt.delete(client)
      places.delete(client)
    }
    for (const client of [...added, ...updated]) {
      if (client === awareness.clientID) continue
      const cursor = awareness.getStates().get(client)?.cursor ?? null
      const place = JSON.stringify(cursor)
      if (place === places.get(client)) continue
      places.set(client, place)
      // Who only reads has no caret, and takes nobody's place.
      if (cursor === null) movedAt.delete(client)
      else movedAt.set(client, Date.now())
    }
    drawn = new Set(
      [...movedAt]
        .sort(([, a], [, b]) => b - a)
        .slice(0, MOST_CARETS)
        .map(([client]) => client),
    )
  }
  look({ added: [...awareness.getStates().keys()], updated: [], removed: [] })
  awareness.on('change', look)

  return {
    isDrawn: (client: number) => drawn.has(client),
    movedAgo: (client: number) => Date.now() - (movedAt.get(client) ?? 0),
    stop: () => awareness.off('change', look),
  }
}

/** A caret has no width of its own, so that nothing moves where it stands. */
function caretElement(person: Person, client: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  // Else it would be read out in the middle of a word. The people here are named in the bar.
  caret.ariaHidden = 'true'
  caret.dataset.hue = String(person.hue)
  caret.dataset.client = String(client)
  const bar = caret.appendChild(document.createElement('span'))
  bar.className = 'caret-bar'
  const name = caret.appendChild(document.createElement('span'))
  name.className = 'caret-name'
  name.textContent = person.name
  name.dir = 'auto'
  return caret
}
