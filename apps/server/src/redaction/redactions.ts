import { setImmediate } from 'node:timers/promises'
import { leaveFormats, type Noter, type Redaction, type RedactionReport, type RedactionWish } from '@forumpad/api'
import { type LivePads, type PadStore, planRedaction, type RedactionPlan } from '@forumpad/sync'
import * as Y from 'yjs'
import { ProblemError } from '../http/problem-error.ts'
import { oneLine } from '../one-line.ts'
import { hiddenWords, redactedQuote } from './hidden-words.ts'
import type { KeptRedaction, NewFiles, RedactionStore } from './redaction-store.ts'
import { type ResolvedPassage, resolvePassage, type TextWithIds } from './resolve-passage.ts'

/** Taking words out of pads and their histories. */
export interface Redactions {
  /** What would go. Throws a `ProblemError` where there are no such words, or too many. */
  lookAt(pad: KnownPad, wish: RedactionWish): Promise<RedactionReport>
  /** Takes the words out, for good. The same errors. `by`: who does it, as they are called now. */
  redact(pad: KnownPad, wish: RedactionWish, by: Redactor): Promise<RedactionReport>
  /** The newest first. */
  list(pad: string): Promise<Redaction[]>
}

/** Who does it, as they are called now; both null for a program. */
export type Redactor = { person: string | null; name: string | null; note: Noter }

/** A pad and its newest revision. */
export type KnownPad = { name: string; revision: number }

/** The frozen versions of a pad, as far as redaction goes. */
export type VersionsToRedact = {
  list(pad: string): Promise<readonly { number: number; revision: number }[]>
  /** The files of a version whose text was read anew; undefined if nothing of it changes. */
  rewritten(
    pad: string,
    number: number,
    text: Y.Doc,
    redacted: (text: string) => string,
  ): Promise<NewFiles['files'] | undefined>
}

export type RedactionsParts = {
  store: Pick<PadStore, 'load' | 'readLog'>
  redactions: RedactionStore
  livePads: Pick<LivePads, 'renew'>
  readRevision(pad: string, revision: number): Promise<TextWithIds>
  versions: VersionsToRedact
  /** The words are gone: whatever was derived from them is to be made anew. */
  gone(pad: string): Promise<void>
  now(): number
}

type WorkedOut = {
  passage: ResolvedPassage
  plan: RedactionPlan
  /** The texts of the frozen versions, without the words. */
  texts: ReadonlyMap<number, Y.Doc>
}

export function createRedactions(parts: RedactionsParts): Redactions {
  const { store, redactions, livePads, versions, now } = parts

  async function workOut(pad: KnownPad, wish: RedactionWish, frozen: ReadonlySet<number>): Promise<WorkedOut> {
    const { revision = pad.revision } = wish
    const passage = resolvePassage(await parts.readRevision(pad.name, revision), wish)
    const { words, redacted } = hiddenWords(passage.words)
    const texts = new Map<number, Y.Doc>()
    const plan = await planRedaction(
      store,
      pad.name,
      { characters: passage.characters, words, redacted },
      {
        address: 'link',
        seen: (number, doc) => void (frozen.has(number) && texts.set(number, copyOf(doc))),
        rest: () => setImmediate(),
      },
    )
    if (!plan) throw new ProblemError(404, 'no-such-pad', `There is no pad ${pad.name}.`)
    return { passage, plan, texts }
  }

  async function redactHeld(pad: KnownPad, wish: RedactionWish, { note, ...by }: Redactor): Promise<RedactionReport> {
    const kept = await versions.list(pad.name)
    const { passage, plan, texts } = await workOut(pad, wish, new Set(kept.map(({ revision }) => revision)))
    const { words } = passage
    const hidden = hiddenWords(words)
    const changed: NewFiles[] = []
    for (const { number, revision } of kept) {
      const text = texts.get(revision)
      const files = text && (await versions.rewritten(pad.name, number, text, hidden.redacted))
      if (files) changed.push({ number, files })
    }
    for (const text of texts.values()) text.destroy()
    const isHidden = (client: number, clock: number) => plan.characters.has(client, clock)
    const redaction = await redactions.redact(pad.name, {
      plan,
      versions: { changed, count: kept.length },
      redactedQuote: (quote, anchor) => redactedQuote(quote, anchor, { ...hidden, words, isHidden }),
      redactedTemplate: hidden.redacted,
      said: { at: now(), ...by, characters: lengthOf(passage), reason: oneLine(wish.reason ?? '') },
      note: (kept) => note('redacted', inWords(kept)),
    })
    if (redaction === 'no such pad') throw new ProblemError(404, 'no-such-pad', `There is no pad ${pad.name}.`)
    if (redaction === 'changed meanwhile')
      throw new ProblemError(409, 'changed-meanwhile', 'The pad was changed at this very moment. Try it again.')
    return { ...reported(pad, wish, { passage, plan }), words: [], redaction: toldRedaction(redaction) }
  }

  return {
    async lookAt(pad, wish) {
      return { ...reported(pad, wish, await workOut(pad, wish, new Set())), redaction: null }
    },
    async redact(pad, wish, by) {
      // What cannot be done shall send nobody away.
      resolvePassage(await parts.readRevision(pad.name, wish.revision ?? pad.revision), wish)
      const report = await livePads.renew(pad.name, () => redactHeld(pad, wish, by))
      await parts.gone(pad.name)
      return report
    },
    list: async (pad) => (await redactions.redactions(pad)).map(toldRedaction),
  }
}

function reported(
  pad: KnownPad,
  { revision = pad.revision }: RedactionWish,
  { passage, plan }: Pick<WorkedOut, 'passage' | 'plan'>,
): Omit<RedactionReport, 'redaction'> {
  const { characters: all, places, visible } = plan
  const characters = lengthOf(passage)
  return { words: [...passage.words], revision, characters, all: all.size, places, visible: [...visible] }
}

const lengthOf = ({ characters }: ResolvedPassage): number => characters.reduce((sum, { length }) => sum + length, 0)

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = leaveFormats(new Y.Doc())
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function inWords({ characters, reason }: KeptRedaction): string {
  const length = `${characters} ${characters === 1 ? 'character' : 'characters'}`
  return reason === '' ? length : `${length}: ${reason}`
}

/** A redaction as others are told of it. */
export function toldRedaction({ id, revision, at, name, characters, reason }: KeptRedaction): Redaction {
  return { id, revision, at: new Date(at).toISOString(), by: name, characters, reason }
}
