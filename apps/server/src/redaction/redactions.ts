import { setImmediate } from 'node:timers/promises'
import {
  type ElsewhereWords,
  leaveFormats,
  type Noter,
  type Redaction,
  type RedactionReport,
  type RedactionWish,
} from '@forumpad/api'
import { type LivePads, type PadStore, planRedaction, type RedactionPlan } from '@forumpad/sync'
import * as Y from 'yjs'
import { ProblemError } from '../http/problem-error.ts'
import { oneLine } from '../one-line.ts'
import { type ElsewhereParts, type KnownPad, mayHold, type SeriesPad, wordsElsewhere } from './elsewhere.ts'
import { hiddenWords, redactedQuote } from './hidden-words.ts'
import type { KeptRedaction, NewFiles, RedactionStore, WordsBeside } from './redaction-store.ts'
import { type ResolvedPassage, resolvePassage } from './resolve-passage.ts'

/** Taking words out of pads and their histories. */
export interface Redactions {
  /** What would go. Throws a `ProblemError` where there are no such words, or too many. */
  lookAt(pad: KnownPad, wish: RedactionWish, by: Redactor): Promise<RedactionReport>
  /**
   * Takes the words out, for good: out of each of the other pads that are named first, one after the other, and then out of this one. So
   * whoever is interrupted may ask for it again. The same errors.
   */
  redact(pad: KnownPad, wish: RedactionWish, by: Redactor): Promise<RedactionReport>
  /** The newest first. */
  list(pad: string): Promise<Redaction[]>
}

/** Who does it, as they are called now; both null for a program. */
export type Redactor = {
  person: string | null
  name: string | null
  /** Writes down what they do in a pad. */
  noterIn(pad: string): Promise<Noter>
  /** In which other pads they may. */
  mayRedact(pad: string): Promise<boolean>
}

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

export type RedactionsParts = ElsewhereParts & {
  store: Pick<PadStore, 'load' | 'readLog'>
  redactions: RedactionStore
  livePads: Pick<LivePads, 'renew'>
  versions: VersionsToRedact
  /** The words are gone: whatever was derived from them is to be made anew. */
  gone(pad: string): Promise<void>
  now(): number
}

type WorkedOut = {
  plan: RedactionPlan
  /** The texts of the frozen versions, without the words. */
  texts: ReadonlyMap<number, Y.Doc>
}

export function createRedactions(parts: RedactionsParts): Redactions {
  const { store, redactions, livePads, versions, now } = parts

  const passageIn = async (pad: KnownPad, wish: RedactionWish) =>
    resolvePassage(await parts.readRevision(pad.name, wish.revision ?? pad.revision), wish)

  async function workOut(
    pad: KnownPad,
    passage: ResolvedPassage,
    frozen: ReadonlySet<number> = new Set(),
  ): Promise<WorkedOut> {
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
    return { plan, texts }
  }

  async function redactHeld(
    pad: KnownPad,
    passage: ResolvedPassage,
    { person, name, noterIn }: Redactor,
    reason: string,
  ): Promise<{ plan: RedactionPlan; kept: KeptRedaction & { beside: WordsBeside } }> {
    const note = await noterIn(pad.name)
    const frozen = await versions.list(pad.name)
    const { plan, texts } = await workOut(pad, passage, new Set(frozen.map(({ revision }) => revision)))
    const { words } = passage
    const hidden = hiddenWords(words)
    const changed: NewFiles[] = []
    for (const { number, revision } of frozen) {
      const text = texts.get(revision)
      const files = text && (await versions.rewritten(pad.name, number, text, hidden.redacted))
      if (files) changed.push({ number, files })
    }
    for (const text of texts.values()) text.destroy()
    const isHidden = (client: number, clock: number) => plan.characters.has(client, clock)
    const kept = await redactions.redact(pad.name, {
      plan,
      versions: { changed, count: frozen.length },
      redactedQuote: (quote, anchor) => redactedQuote(quote, anchor, { ...hidden, words, isHidden }),
      redacted: hidden.redacted,
      said: {
        ...{ at: now(), person, name, reason: oneLine(reason) },
        characters: lengthOf(passage) || plan.characters.size,
      },
      note: (kept) => note('redacted', inWords(kept)),
    })
    if (kept === 'no such pad') throw new ProblemError(404, 'no-such-pad', `There is no pad ${pad.name}.`)
    if (kept === 'changed meanwhile')
      throw new ProblemError(409, 'changed-meanwhile', 'The pad was changed at this very moment. Try it again.')
    return { plan, kept }
  }

  /** Nobody is in the pad meanwhile. */
  async function inPad<Result>({ name }: KnownPad, work: () => Promise<Result>): Promise<Result> {
    const result = await livePads.renew(name, work)
    await parts.gone(name)
    return result
  }

  async function redactOthers(
    pad: KnownPad,
    { alsoIn = [], reason = '' }: RedactionWish,
    by: Redactor,
    words: readonly string[],
  ): Promise<ElsewhereWords['pads']> {
    const others = new Map((await parts.seriesPads(pad.name)).map((other) => [other.name, other]))
    const wanted = alsoIn.map((name) => others.get(name) ?? name)
    const allowed: SeriesPad[] = []
    for (const other of wanted) {
      if (typeof other === 'string') throw notOfSeries(other)
      if (!(await by.mayRedact(other.name))) throw notYours(other.name)
      allowed.push(other)
    }
    const { redacted } = hiddenWords(words)
    const done: ElsewhereWords['pads'] = []
    for (const other of allowed) {
      const beside = await redactions.beside(other.name, redacted)
      if (beside.chat + beside.comments === 0 && !(await mayHold(parts, other, words))) continue
      const passage = { words, characters: [] }
      const { plan, kept } = await inPad(other, () => redactHeld(other, passage, by, reason))
      const asides = kept.beside.chat + kept.beside.comments
      done.push({ pad: other.name, title: other.title, places: plan.places, asides })
    }
    return done
  }

  return {
    async lookAt(pad, wish, by) {
      const passage = await passageIn(pad, wish)
      const { plan } = await workOut(pad, passage)
      const placesIn = async (other: KnownPad) =>
        (await workOut(other, { words: passage.words, characters: [] })).plan.places
      const elsewhere = await wordsElsewhere(parts, pad, passage.words, by.mayRedact, placesIn)
      return { ...reported(pad, wish, passage, plan), elsewhere, redaction: null }
    },
    async redact(pad, wish, by) {
      // What cannot be done shall send nobody away.
      const { words } = await passageIn(pad, wish)
      const pads = await redactOthers(pad, wish, by, words)
      return inPad(pad, async () => {
        const passage = await passageIn(pad, wish)
        const { plan, kept } = await redactHeld(pad, passage, by, wish.reason ?? '')
        const elsewhere = { ...kept.beside, pads }
        return { ...reported(pad, wish, passage, plan), words: [], elsewhere, redaction: toldRedaction(kept) }
      })
    },
    list: async (pad) => (await redactions.redactions(pad)).map(toldRedaction),
  }
}

function notOfSeries(pad: string): ProblemError {
  return new ProblemError(
    404,
    'no-such-pad',
    `${pad} is no other pad of the same series in which somebody has written. Ask with "dryRun" for those that hold the words.`,
  )
}

function notYours(pad: string): ProblemError {
  return new ProblemError(
    403,
    'not-allowed',
    `Only a moderator of ${pad} may redact it: ask one, or leave it out of "alsoIn". Nothing was redacted.`,
  )
}

function reported(
  pad: KnownPad,
  { revision = pad.revision }: RedactionWish,
  passage: ResolvedPassage,
  { characters: all, places, visible }: RedactionPlan,
): Omit<RedactionReport, 'redaction' | 'elsewhere'> {
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
