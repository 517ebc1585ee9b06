import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { markdownToDocument } from '@forumpad/pad-schema'
import { openDatabase } from '../../store/sqlite/open-database.ts'
import { createSqlitePadDirectory } from '../../store/sqlite/sqlite-pad-directory.ts'
import { createSqliteSearchStore } from '../../store/sqlite/sqlite-search-store.ts'
import { runApp } from '../../testing/running-app.ts'
import { notesLines } from '../notes-lines.ts'

/*
 * What a search costs: so many pads of so many bytes, out of the texts of a folder, and questions over HTTP, one after the other.
 * `npm run search-cost -- FOLDER`
 */
const PADS = 1_000
const BYTES = 10_240
const ROUNDS = 40

const folder = process.argv[2]
if (folder === undefined)
  throw new Error('Say in which folder there are texts (.md or .txt): npm run search-cost -- FOLDER')

const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(md|txt)$/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const all = texts.join('\n')
if (all.length < BYTES * 10) throw new Error(`There is too little text in ${folder}.`)

const data = await mkdtemp(join(tmpdir(), 'forumpad-search-'))
const words = all.match(/\p{L}{3,}/gu) ?? []
const wordAt = (place: number) => words[Math.floor(place) % words.length] ?? ''

const database = await openDatabase(data)
const pads = createSqlitePadDirectory(database)
const store = createSqliteSearchStore(database)
const indexing: number[] = []
for (let count = 0; count < PADS; count += 1) {
  const name = `pad-${count}`
  // Pads begin at other places, so that no two are the same when the texts must serve twice.
  const from = (count * BYTES + Math.floor((count * BYTES) / all.length) * 1_000) % (all.length - BYTES)
  const title = `${wordAt(count * 97)} ${wordAt(count * 131)} ${wordAt(count * 173)}`
  await pads.create({ name, title, session: null, template: null, createdAt: 1 })
  const { blocks } = markdownToDocument(all.slice(from, from + BYTES))
  const lines = notesLines(blocks.map((block, place) => ({ name: `line-1-${place}`, block })))
  const before = performance.now()
  await store.keepNotes(name, lines)
  indexing.push(performance.now() - before)
}
while (await store.keepUp(100));
const { size } = database.raw
  .prepare('SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size')
  .get() as { size: number }
await database.close()

const server = await runApp({}, { folder: data })
const questions: Record<string, (round: number) => string> = {
  'one word': (round) => wordAt(round * 7_919),
  'a very common word': () => 'the',
  'three words': (round) => [1, 2, 3].map((by) => wordAt(round * 7_919 * by)).join(' '),
  'a phrase': (round) => `"${wordAt(round * 7_919)} ${wordAt(round * 7_919 + 1)}"`,
  'a beginning of two letters': (round) => `${wordAt(round * 7_919).slice(0, 2)}*`,
  'without a word': (round) => `${wordAt(round * 7_919)} -the`,
  'a word with an error': (round) => `${wordAt(round * 7_919)}q`,
  '#action and a word': (round) => `#action ${wordAt(round * 7_919)}`,
}
const took: Record<string, number[]> = Object.fromEntries(Object.keys(questions).map((kind) => [kind, []]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [kind, question] of Object.entries(questions)) {
    const before = performance.now()
    const { status } = await server.api('GET', `/search?q=${encodeURIComponent(question(round))}`)
    if (status !== 200) throw new Error(`${question(round)}: ${status}`)
    // The first questions meet a server that has compiled nothing yet.
    if (round >= 4) took[kind]?.push(performance.now() - before)
  }
}
await server.end()
await rm(data, { recursive: true, force: true })

const at = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1)
const row = (name: string, times: readonly number[]) => ({
  '': name,
  p50: at(times, 0.5),
  p95: at(times, 0.95),
  p99: at(times, 0.99),
})
console.table([
  ...Object.entries(took).map(([kind, times]) => row(kind, times)),
  row('all questions', Object.values(took).flat()),
  row('keeping the notes of a pad', indexing),
])
console.log(`${PADS} pads of ${BYTES} bytes, ${(size / 1e6).toFixed(0)} MB on disk, milliseconds`)
