import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { personOf } from '../presence.ts'

/** For how long somebody counts as typing after a letter. */
const TYPING_MS = 3_000
/** What somebody wrote counts half as much after this time, for who takes the notes. */
const HALF_LIFE_MS = 60_000
/** Another takes the notes once they wrote so much more: the page must not swing between two who write alike. */
const CLEARLY_MORE = 1.5

/** Who writes in a pad, as it comes in: by the ids of the new characters, whatever the carets say. */
export interface WhoWrites {
  isTyping(person: string): boolean
  /** The person who wrote most in the last minutes. */
  noteTaker(): string | null
  /** The character that came last. */
  newest(): Y.ID | null
  subscribe(listener: () => void): () => void
  stop(): void
}

type Written = { at: number; score: number }

/** Begins to watch. What is in the document already was written before. */
export function watchWriting(doc: Y.Doc, awareness: Awareness, now: () => number = Date.now): WhoWrites {
  const people = new Map<string, Written>()
  const listeners = new Set<() => void>()
  let newest: Y.ID | null = null
  let leader: string | null = null
  let pause: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const scoreOf = (person: string) => {
    const written = people.get(person)
    return written ? written.score * 0.5 ** ((now() - written.at) / HALF_LIFE_MS) : 0
  }
  const hear = ({ local, beforeState, afterState }: Y.Transaction) => {
    if (local) return
    let isNews = false
    for (const [client, end] of afterState) {
      const count = end - (beforeState.get(client) ?? 0)
      const state = count > 0 ? awareness.getStates().get(client) : undefined
      const person = state && personOf(state)
      if (!person) continue
      people.set(person.id, { at: now(), score: scoreOf(person.id) + count })
      if (leader === null || scoreOf(person.id) > CLEARLY_MORE * scoreOf(leader)) leader = person.id
      newest = { client, clock: end - 1 }
      isNews = true
    }
    if (!isNews) return
    tell()
    clearTimeout(pause)
    pause = setTimeout(tell, TYPING_MS)
  }
  doc.on('afterTransaction', hear)

  return {
    isTyping: (person) => now() - (people.get(person)?.at ?? Number.NEGATIVE_INFINITY) < TYPING_MS,
    noteTaker: () => leader,
    newest: () => newest,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(pause)
      doc.off('afterTransaction', hear)
    },
  }
}
