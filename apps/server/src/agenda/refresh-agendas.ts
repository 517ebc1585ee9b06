import { createHash } from 'node:crypto'
import type { Clock } from '@forumpad/sync'
import { ProblemError } from '../http/problem-error.ts'
import { byTheClock } from '../noter.ts'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import type { AgendaStore } from './agenda-store.ts'
import type { FetchIfChanged } from './fetch-agenda.ts'
import { tryImport } from './import-agenda.ts'
import type { ImportHistory } from './import-history.ts'
import type { KeptSource, SourceStore } from './source-store.ts'

export type RefreshParts = {
  store: AgendaStore
  history: ImportHistory
  sources: SourceStore
  clock: Clock
  fetchIfChanged: FetchIfChanged
  /** Something broke here, and the agenda stays as it is. */
  failed(error: unknown): void
}

export type AgendaRefresh = {
  start(): void
  /** Resolves when the look that is under way has ended; at once if there is none. */
  looked(): Promise<void>
  /** Looks no more. Resolves when no look is under way any more. */
  stop(): Promise<void>
}

const MINUTE = 60_000
/** How often it is checked whether a source is due. */
const TICK = MINUTE / 2
/** A source that cannot be had is asked half as often each time, but at least once a day. */
const MOST_BACK_OFF = 24 * 60 * MINUTE

/** Looks at the sources of agendas when they are due, one after the other, and imports what has changed. */
export function createAgendaRefresh(parts: RefreshParts): AgendaRefresh {
  const { sources, clock } = parts
  let running: Promise<void> | undefined
  let cancel: (() => void) | undefined
  let isStopped = false

  async function lookAtAll(): Promise<void> {
    try {
      for (const source of await sources.due(clock.now())) if (!isStopped) await lookAt(parts, source)
    } catch (error) {
      parts.failed(error)
    }
  }

  function wait(): void {
    if (isStopped) return
    cancel = clock.after(TICK, () => {
      running = lookAtAll().finally(() => {
        running = undefined
        wait()
      })
    })
  }

  return {
    start: wait,
    looked: async () => running,
    async stop() {
      isStopped = true
      cancel?.()
      await running
    },
  }
}

async function lookAt(parts: RefreshParts, source: KeptSource): Promise<void> {
  const now = parts.clock.now()
  const outcome = await outcomeOf(parts, source).catch((error: unknown) => {
    if (!(error instanceof AgendaNotFetched || error instanceof ProblemError)) parts.failed(error)
    return { failures: source.failures + 1, said: error instanceof Error ? error.message : String(error) }
  })
  const kept = await parts.sources.find(source.event)
  // Somebody may have set another address meanwhile.
  if (kept?.url !== source.url) return
  const after = { ...kept, ...outcome, checkedAt: now }
  const wait = (kept.everyMinutes ?? 0) * MINUTE
  const backOff = Math.min(wait * 2 ** Math.min(after.failures, 10), Math.max(wait, MOST_BACK_OFF))
  await parts.sources.save({ ...after, nextAt: kept.everyMinutes === null ? null : now + backOff })
}

type Outcome = Pick<KeptSource, 'failures' | 'said'> & Partial<Pick<KeptSource, 'validators' | 'digest'>>

async function outcomeOf(
  { store, history, fetchIfChanged, clock }: RefreshParts,
  source: KeptSource,
): Promise<Outcome> {
  const { event: slug, url } = source
  const fetched = await fetchIfChanged(url, source.validators)
  const unchanged = { failures: 0, said: 'The feed has not changed.' }
  if (fetched.is === 'unchanged') return unchanged
  const { agenda, validators } = fetched
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  const digests = { once: digestOf(agenda.text), today: digestOf(`${today} ${agenda.text}`) }
  if (source.digest === digests.once) return { ...unchanged, validators }
  if (source.digest === digests.today) return unchanged
  const event = await store.findEvent(slug)
  if (event === undefined) return unchanged

  const now = () => clock.now()
  const note = byTheClock({ event: slug, pad: null }, now())
  const options = { by: 'refresh', source: url, unattended: true, reading: source.reading, note } as const
  const { report, why, recurs } = await tryImport({ store, now }, event, agenda, options)
  // The same feed of a weekly call has other occurrences to make a pad for tomorrow: it is read anew each day.
  const dealtWith = recurs
    ? { failures: 0, validators: { etag: null, lastModified: null }, digest: digests.today }
    : { failures: 0, validators, digest: digests.once }
  if (why.length > 0) {
    const reasons = why.join(' ')
    const waiting = { at: now(), by: 'refresh', source: url, text: agenda.text, reading: source.reading } as const
    await history.keepWaiting(slug, { ...waiting, report, why: reasons })
    return { ...dealtWith, said: `The feed has changed and waits for you: ${reasons}` }
  }
  const said =
    report.id === null ? 'The feed has changed, but no session has.' : 'The feed has changed and was imported.'
  return { ...dealtWith, said }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
