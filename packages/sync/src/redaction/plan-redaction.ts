import { type AuthoredRange, CreditMap, leaveFormats } from '@forumpad/api'
import * as Y from 'yjs'
import { Authorship, type OwnerOf } from '../authorship/authorship.ts'
import type { Carried } from '../authorship/carry-over.ts'
import { writeKeptCredits } from '../authorship/kept-credits.ts'
import { replay } from '../authorship/replay.ts'
import type { Span, Trace } from '../authorship/trace.ts'
import type { Checkpoint, LogRow, PadStore, StoredPad } from '../ports.ts'
import { allCopies } from './all-copies.ts'
import type { IdSet } from './id-set.ts'
import { type RedactedValue, redactUpdate } from './redact-update.ts'
import { VisibleRevisions } from './visible-revisions.ts'
import { WordsInLog } from './words-in-log.ts'

/** What is to be redacted. */
export type PassageToRedact = {
  /** Its characters, by their ids. */
  characters: readonly Span[]
  /** Its words, which go wherever else they stand too. */
  words: readonly string[]
  redacted: RedactedValue
}

/** All that a pad's log becomes, worked out and not stored yet. */
export type RedactionPlan = {
  /** As of which state of the pad it was worked out. */
  epoch: number
  head: number
  /** The rows that change. */
  rows: readonly { revision: number; bytes: Uint8Array }[]
  /** Of the newest revision. */
  checkpoint: Checkpoint
  /** Whose the words were that the log no longer tells of; undefined if it still tells of all. */
  keptCredits: Uint8Array | undefined
  /** The characters that go, those of copies too. */
  characters: Pick<IdSet, 'has' | 'size'>
  /** At how many places the words stand, in all revisions together. */
  places: number
  /** In which revisions some of it can be read, in order. */
  visible: readonly { from: number; to: number }[]
}

export type RedactionLog = Pick<PadStore, 'load' | 'readLog'>

export type PlanOptions = {
  /** The name of the mark that gives words an address. */
  address: string
  /** Is shown the document without the words, revision by revision. */
  seen(revision: number, doc: Y.Doc): void
  /** Lets others work in between. */
  rest(): Promise<void>
}

/**
 * Works out what a pad's log is without a passage. Only the words change, and the addresses of links that they stand in: ids, lengths,
 * persons, times and authors stay.
 *
 * @returns undefined if there is no such pad
 */
export async function planRedaction(
  log: RedactionLog,
  pad: string,
  passage: PassageToRedact,
  { address, seen, rest }: PlanOptions,
): Promise<RedactionPlan | undefined> {
  const stored = await log.load(pad)
  if (!stored) return undefined
  const rows = () => rowsOf(log, pad, stored.head, rest)
  const { carried, words, credits } = await readAll(rows(), stored, new WordsInLog(passage.words, address))
  const characters = allCopies([...passage.characters, ...words.places.flat()], carried)
  const what = { characters, addresses: words.addressesOf(characters), redacted: passage.redacted }

  const changed: { revision: number; bytes: Uint8Array }[] = []
  const visible = new VisibleRevisions(characters)
  const kept = new CreditMap()
  const authorship = new Authorship(kept)
  const doc = leaveFormats(new Y.Doc())
  for await (const row of rows()) {
    const bytes = redactUpdate(row.bytes, what)
    if (bytes) changed.push({ revision: row.revision, bytes })
    const heard = (trace: Trace) => {
      visible.note(trace)
      for (const span of trace.added) keepCredits(span, authorship, kept, credits)
    }
    replay(doc, authorship, [bytes ? { ...row, bytes } : row], ownersIn(stored), heard)
    visible.ends(row.revision)
    seen(row.revision, doc)
  }
  const { epoch, head } = stored
  const checkpoint = { revision: head, state: Y.encodeStateAsUpdate(doc), authorship: authorship.encode() }
  doc.destroy()
  return {
    ...{ epoch, head, rows: changed, checkpoint, keptCredits: writeKeptCredits(kept) },
    ...{
      characters,
      places: Math.max(passage.characters.length > 0 ? 1 : 0, words.places.length),
      visible: visible.spans,
    },
  }
}

const ownersIn =
  ({ clients }: StoredPad): OwnerOf =>
  (client) =>
    clients.get(client)

async function readAll(
  rows: AsyncIterable<LogRow>,
  stored: StoredPad,
  words: WordsInLog,
): Promise<{ carried: Carried[]; words: WordsInLog; credits: Authorship['credits'] }> {
  const authorship = new Authorship(stored.keptCredits)
  const carried: Carried[] = []
  const doc = leaveFormats(new Y.Doc())
  doc.on('afterTransaction', (transaction: Y.Transaction) => words.readLines(transaction))
  for await (const row of rows) {
    words.readRow(row.bytes)
    replay(doc, authorship, [row], ownersIn(stored), (_, back) => {
      for (const each of back) carried.push(each)
    })
  }
  doc.destroy()
  return { carried, words, credits: authorship.credits }
}

/** Where the marks make others the authors than the words did, those of the words stay. */
function keepCredits(
  { client, clock, length }: Span,
  authorship: Authorship,
  kept: CreditMap,
  before: Authorship['credits'],
): void {
  for (const range of before.slice(client, clock, clock + length)) {
    const now = authorship.credits.slice(client, range.from, range.to)
    if (now.every((each) => isSame(each, range))) continue
    kept.set(client, range)
    authorship.credit({ client, clock: range.from, length: range.to - range.from }, kept)
  }
}

function isSame(a: AuthoredRange, b: AuthoredRange): boolean {
  return a.author === b.author && a.at === b.at && a.movedBy === b.movedBy && a.verified === b.verified
}

/** Rows read at once. */
const PAGE = 200
/** Rows after which others have their turn. */
const STEP = 20

async function* rowsOf(
  log: RedactionLog,
  pad: string,
  head: number,
  rest: () => Promise<void>,
): AsyncGenerator<LogRow, void, undefined> {
  for (let revision = 0; revision < head; ) {
    const rows = await log.readLog(pad, revision, Math.min(PAGE, head - revision))
    if (rows.length === 0) throw new Error(`The log of the pad "${pad}" ends at revision ${revision} before ${head}.`)
    for (const [index, row] of rows.entries()) {
      if (index % STEP === 0) await rest()
      yield row
    }
    revision += rows.length
  }
}
