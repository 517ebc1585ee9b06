import { setImmediate } from 'node:timers/promises'
import { leaveFormats, SERVER_PERSON } from '@forumpad/api'
import { Authorship, type ClientOwner, type LogRow, type PadStore, replay } from '@forumpad/sync'
import * as Y from 'yjs'
import { Deeds } from './deeds.ts'

/** Rows read at once; others get their turn in between. */
const PAGE = 200
const STRETCH_MS = 10

export type Span = { from: number; to: number }

/** Whose changes are looked for, and since when of each: milliseconds since 1970. */
export type Doers = ReadonlyMap<string, number>

/** A pad as it is at its newest revision, with all that was deleted since the beginning of a span, and what some people did in the span. */
export type ReplayedPad = {
  /** Collects no garbage. */
  doc: Y.Doc
  authorship: Authorship
  deeds: Deeds
  /** Which items were there when the span began. */
  before: ReadonlyMap<number, number>
  /** Between which moments the span lies: milliseconds since 1970. */
  times: { since: number; until: number }
}

/** Plays the log of a pad up to a revision; what the `doers` did after revision `from` up to `to` is noted. */
export async function replayPad(
  log: Pick<PadStore, 'load' | 'readLog'>,
  pad: string,
  newest: number,
  { doers, from, to }: Span & { doers: Doers },
): Promise<ReplayedPad> {
  const stored = await log.load(pad)
  const clients = stored?.clients ?? new Map<number, ClientOwner>()
  const ownerOf = (client: number) => clients.get(client)
  const authorship = new Authorship(stored?.keptCredits)
  const past = leaveFormats(new Y.Doc())
  await eachRow(log, pad, { from: 0, to: from }, (row) => replay(past, authorship, [row], ownerOf))

  const doc = leaveFormats(new Y.Doc({ gc: false }))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(past))
  past.destroy()
  const before = Y.decodeStateVector(Y.encodeStateVector(doc))
  const deeds = new Deeds()
  const times = { since: Number.POSITIVE_INFINITY, until: 0 }
  let isTheirs = false
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (isTheirs) deeds.note(transaction)
  })
  await eachRow(log, pad, { from, to: newest }, (row) => {
    isTheirs =
      row.revision <= to &&
      (row.at >= (doers.get(row.person) ?? Number.POSITIVE_INFINITY) || (isTheirs && isMending(row, ownerOf)))
    if (row.revision <= to) {
      times.since = Math.min(times.since, row.at)
      times.until = Math.max(times.until, row.at)
    }
    replay(doc, authorship, [row], ownerOf)
  })
  return { doc, authorship, deeds, before, times }
}

/** What the server did to put in order what somebody wrote is theirs to answer for; words of others that it rescued are not. */
function isMending({ person, bytes }: LogRow, ownerOf: (client: number) => ClientOwner | undefined): boolean {
  if (person !== SERVER_PERSON) return false
  return [...Y.parseUpdateMeta(bytes).from.keys()].every((client) => ownerOf(client)?.person === SERVER_PERSON)
}

async function eachRow(
  log: Pick<PadStore, 'readLog'>,
  pad: string,
  { from, to }: Span,
  take: (row: LogRow) => void,
): Promise<void> {
  let since = performance.now()
  for (let at = from; at < to; ) {
    const rows = await log.readLog(pad, at, Math.min(PAGE, to - at))
    if (rows.length === 0) throw new Error(`The log of the pad "${pad}" ends at revision ${at} instead of ${to}.`)
    for (const row of rows) {
      take(row)
      if (performance.now() - since < STRETCH_MS) continue
      await setImmediate()
      since = performance.now()
    }
    at += rows.length
  }
}
