import type { Clock, LivePads } from '@forumpad/sync'
import { ChangedPads } from './changed-pads.ts'
import { createFollowerPatience } from './follower-patience.ts'
import type { PadDirectory } from './pad-directory.ts'
import type { SeenText, SeenTexts, UnseenText } from './seen-texts.ts'
import { readSettledText, type TextFollower } from './settled-text.ts'

/** After each pad, typing has the machine for so many times as long as the pad took. */
const REST_TIMES = 12
const LONGEST_REST_MS = 200
/** So many unseen texts are looked up at once, and so many seen ones noted. */
const PAGE = 50
/** How long a server that stops goes on bringing what has changed. The rest is brought after its next start. */
const LAST_WORDS_MS = 2_000

export type SettledTexts = {
  /** Before `start`. */
  add(follower: TextFollower): void
  /** Brings every follower what it has not seen yet, in the background, and from now on what changes. */
  start(): void
  /** A pad has new text: it is brought soon, once, however often this is said. */
  changed(pad: string): void
  /** Brings what has changed, if that is quickly done, and then no more. */
  stop(): Promise<void>
}

export type SettledTextsParts = {
  livePads: Pick<LivePads, 'read'>
  pads: Pick<PadDirectory, 'find'>
  seen: SeenTexts
  clock: Clock
  failed(sentence: string, error: unknown): void
}

type Due = { pad: string; followers: readonly TextFollower[] }

/**
 * Brings the committed text of pads to whoever follows them: a little after it changed, one pad after the other, away from the path of
 * typing. What was seen is stored, so that a crash makes nobody miss anything, and a new follower is brought everything.
 */
export function createSettledTexts({ livePads, pads, seen, clock, failed }: SettledTextsParts): SettledTexts {
  const followers: TextFollower[] = []
  const changed = new ChangedPads()
  /** The unseen texts that were looked up last, and where to look on; undefined when all is seen. */
  let catchingUp: { found: UnseenText[]; after: string } | undefined
  let noted: SeenText[] = []
  let round: Promise<void> | undefined
  let endRest = () => {}
  let timer: { at: number; callOff(): void } | undefined
  let state: 'not started' | 'running' | 'stopped' = 'not started'
  const patience = createFollowerPatience(clock, catchUp)

  function catchUp(): void {
    catchingUp = { found: [], after: '' }
    runAt(clock.now())
  }

  function runAt(at: number | undefined): void {
    if (at === undefined || state !== 'running' || round || (timer && timer.at <= at)) return
    timer?.callOff()
    const callOff = clock.after(Math.max(0, at - clock.now()), () => {
      timer = undefined
      round = run().finally(() => {
        round = undefined
        runAt(catchingUp ? clock.now() : changed.next())
      })
    })
    timer = { at, callOff }
  }

  async function run(): Promise<void> {
    while (state === 'running') {
      const due = await next()
      if (!due) break
      const before = clock.now()
      await bring(due)
      const took = clock.now() - before
      changed.took(due.pad, took, clock.now())
      if (noted.length >= PAGE) await note()
      await rest(Math.min(took * REST_TIMES, LONGEST_REST_MS))
    }
    await note()
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = clock.after(ms, resolve)
      endRest = () => {
        callOff()
        resolve()
      }
    })
  }

  /** What has just changed goes before what is caught up with. */
  async function next(): Promise<Due | undefined> {
    const pad = changed.take(clock.now())
    return pad === undefined ? nextUnseen() : { pad, followers }
  }

  async function nextUnseen(): Promise<Due | undefined> {
    if (catchingUp?.found.length === 0) await lookOn(catchingUp)
    const unseen = catchingUp?.found.shift()
    return unseen && { pad: unseen.pad, followers: followers.filter(({ name }) => unseen.followers.includes(name)) }
  }

  async function lookOn(from: { found: UnseenText[]; after: string }): Promise<void> {
    const names = followers.map(({ name }) => name)
    try {
      await note()
      from.found = await seen.unseen(names, from.after, PAGE)
      patience.worked(LOOKING)
    } catch (error) {
      failed('It could not be looked up which texts were not followed yet.', error)
      patience.failed(LOOKING)
    }
    from.after = from.found.at(-1)?.pad ?? ''
    if (from.after !== '' || catchingUp !== from) return
    catchingUp = undefined
    patience.triedAll()
  }

  async function bring({ pad, followers }: Due): Promise<void> {
    const wanting = followers.filter(({ name }) => patience.mayTry(name))
    if (wanting.length === 0) return
    const text = await readSettledText({ livePads, pads }, pad).catch((error: unknown) => {
      failed(`The text of the pad "${pad}" could not be read for those who follow it.`, error)
      patience.failed(READING)
    })
    if (!text) return
    const { epoch, revision } = text
    for (const follower of wanting) {
      try {
        await follower.follow(text)
        noted.push({ follower: follower.name, pad, epoch, revision })
        patience.worked(follower.name)
      } catch (error) {
        failed(`"${follower.name}" could not follow the text of the pad "${pad}"; it is tried again.`, error)
        patience.failed(follower.name)
      }
    }
  }

  /** What cannot be noted counts as unseen. */
  async function note(): Promise<void> {
    const seenNow = noted
    noted = []
    if (seenNow.length === 0) return
    await seen.note(seenNow).catch((error) => failed('It could not be noted which texts were followed.', error))
  }

  return {
    add: (follower) => void followers.push(follower),
    start() {
      state = 'running'
      catchUp()
    },
    changed(pad) {
      changed.changed(pad, clock.now())
      runAt(changed.next())
    },
    async stop() {
      state = 'stopped'
      timer?.callOff()
      patience.stop()
      endRest()
      await round
      const until = clock.now() + LAST_WORDS_MS
      const last = () => (clock.now() < until ? changed.take(Number.POSITIVE_INFINITY) : undefined)
      for (let pad = last(); pad !== undefined; pad = last()) await bring({ pad, followers })
      await note()
    },
  }
}

/** What fails on the way to the followers is tried again like a follower. */
const READING = 'reading'
const LOOKING = 'looking'
