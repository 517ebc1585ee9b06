import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { LogEntry, PadStore } from '@forumpad/sync'
import { openDatabase } from '../../store/sqlite/open-database.ts'
import { createSqliteStores } from '../../store/sqlite/sqlite-stores.ts'
import { type RunningApp, runApp } from '../../testing/running-app.ts'
import { stockClient } from '../../testing/stock-client.ts'
import { Typist } from './typist.ts'

/*
 * What the past of a long pad costs: a public editing trace, one revision for each edit, by two people in turn; then its page, its
 * moments and its differences over HTTP, one after the other. `npm run history-cost -- TRACE.json.gz [EDITS]`
 */
const PAD = 'long'
const TURN = 2_000
const BATCH = 500
const ROUNDS = 200

type Patch = [place: number, removed: number, added: string]

const [file, most = '1000000'] = process.argv.slice(2)
if (file === undefined) throw new Error('Say which editing trace: npm run history-cost -- automerge-paper.json.gz')
const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { txns: { patches: Patch[] }[] }
const patches = txns.flatMap(({ patches }) => patches).slice(0, Number(most))

const folder = await mkdtemp(join(tmpdir(), 'forumpad-history-'))
const { revisions, text } = await typed(patches)
const [before, after] = [Math.floor(revisions / 3), Math.floor((2 * revisions) / 3)]
const figures: [what: string, times: number[]][] = []
const measured = async (what: string, rounds: number, ask: (round: number) => Promise<unknown>) => {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await ask(round)
    times.push(performance.now() - begun)
  }
  figures.push([what, times])
}

let server = await runApp({}, { folder })
await measured('first opening ever, nothing but the log', 1, () => openedAs(server, text))
await measured('the past asked for first, nothing but the log', 1, () => moment(server, before))
// A pad that was written in has all its keyframes.
await measured('the rest of its past asked for first', 1, () => moment(server, revisions - 1))
server = await restarted(server)
await measured('the text of a cold pad, from the socket', 1, () => openedAs(server, text))
await measured('the page of its past, after a restart', 1, () => page(server))
await measured('its marks, after a restart', 1, () => got(server, 'revisions/marks'))
await measured('the newest moment', 1, () => moment(server, revisions))
const anywhere = (round: number) => 1 + ((round * 7_919 * 31) % revisions)
await measured('any moment', ROUNDS, (round) => moment(server, anywhere(round)))
await measured('the moment after it', ROUNDS, (round) => moment(server, Math.min(revisions, anywhere(round) + 1)))
await measured('what is different over a third of it', 1, () => got(server, `differences?from=${before}&to=${after}`))
await measured('what is different over 500 revisions', 40, (round) => {
  const from = 1 + ((round * 6_007) % Math.max(1, revisions - 501))
  return got(server, `differences?from=${from}&to=${Math.min(revisions, from + 500)}`)
})
await server.end()
await rm(folder, { recursive: true, force: true })

const at = (times: number[], share: number) =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(0)
console.table(
  figures.map(([what, times]) => ({ '': what, p50: at(times, 0.5), p95: at(times, 0.95), longest: at(times, 1) })),
)
console.log(`${revisions} revisions, ${text.length} characters, milliseconds`)

/** Types the edits into the log, one row for each, as fast as the disk takes them. */
async function typed(edits: Patch[]): Promise<{ revisions: number; text: string }> {
  const database = await openDatabase(folder)
  const { pads, store } = createSqliteStores(database)
  await pads.create({ name: PAD, title: 'A long text', session: null, template: null, createdAt: 1 })
  let rows: LogEntry[] = []
  let revisions = 0
  const keep = async (entry: LogEntry) => {
    rows.push(entry)
  }
  const ada = new Typist('ada', 1, keep)
  const grace = new Typist('grace', 2, keep, ada)
  for (const [index, [place, removed, added]] of edits.entries()) {
    const who = Math.floor(index / TURN) % 2 === 0 ? ada : grace
    await who.edits(place, removed, added)
    if (rows.length < BATCH && index < edits.length - 1) continue
    await append(store, rows, 1_700_000_000_000 + index * 1_000)
    revisions += rows.length
    rows = []
  }
  await database.close()
  return { revisions, text: ada.text }
}

async function append(store: PadStore, entries: LogEntry[], at: number): Promise<void> {
  const clients = ['ada', 'grace'].map((person, index) => ({ client: index + 1, owner: { person, verified: true } }))
  await store.append([{ pad: PAD, epoch: 1, onlyIfEmpty: false, entries, clients }], at)
}

/** Throws unless the pad has this text. */
async function openedAs({ url }: RunningApp, text: string): Promise<void> {
  const reader = await stockClient(url, PAD)
  const theirs = reader.lines().join('\n')
  reader.leaves()
  if (theirs !== text) throw new Error('The pad has another text than was typed.')
}

async function page({ url }: RunningApp): Promise<void> {
  const { status } = await fetch(`${url}/p/${PAD}/timeslider`)
  if (status !== 200) throw new Error(`The page of the past: ${status}`)
}

function moment(server: RunningApp, revision: number): Promise<void> {
  return got(server, `history?from=${revision}`)
}

async function got(server: RunningApp, what: string): Promise<void> {
  const { status } = await server.api('GET', `/pads/${PAD}/${what}`)
  if (status !== 200) throw new Error(`${what}: ${status}`)
}

async function restarted(server: RunningApp): Promise<RunningApp> {
  // A pad that was opened gets its checkpoint and its keyframes once all have left.
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  return server.restart()
}
