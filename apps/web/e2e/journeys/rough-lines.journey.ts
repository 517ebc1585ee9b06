import { setTimeout as pause } from 'node:timers/promises'
import { authorsOf } from '../harness/authors.ts'
import { expect, test } from '../harness/journey.ts'
import { Dice } from '../harness/random.ts'
import { RestlessWriter } from '../harness/restless-writer.ts'
import { openRoughLine, type RoughLine } from '../harness/rough-line.ts'

/** Three minutes: ROUGH_SECONDS=180 npm run e2e -- rough-lines. Each run prints its seed: ROUGH_SEED=… plays it again, as far as time lets it. */
const SECONDS = Number(process.env.ROUGH_SECONDS ?? 60)
const SEED = Number(process.env.ROUGH_SEED ?? Date.now() % 1_000_000)

test('three people write over lines that stall, drop and half-open', async ({ ownServer, visitor }) => {
  process.stdout.write(`    seed ${SEED}\n`)
  test.setTimeout((SECONDS + 200) * 1_000)
  await ownServer.makePad('rough', 'Beginning\nMiddle\nEnd')
  const lines = await Promise.all([0, 1, 2].map(() => openRoughLine(ownServer.port)))
  const faults = { stall: 0, outage: 0, drop: 0, 'half-open': 0, 'half-open up': 0 }
  try {
    const writers: RestlessWriter[] = []
    for (const [place, line] of lines.entries()) {
      const writer = new RestlessWriter(await visitor(), place, new Dice(SEED + place))
      await writer.who.opens(`${line.url}/p/rough`)
      await writer.watches()
      writers.push(writer)
    }

    const until = Date.now() + SECONDS * 1_000
    await Promise.all([
      ...writers.map(async (writer) => {
        while (Date.now() < until) await writer.acts()
      }),
      ...lines.map((line, place) => isRough(line, new Dice(SEED + 100 + place), until, faults)),
    ])

    for (const { who } of writers) await expect(who.badge).toHaveText(/^Saved/, { timeout: 60_000 })
    const marked = (text: string) => [...text].filter((character) => character >= '\u4e00' && character <= '\u9fff')
    const runs = await authorsOf(ownServer.url, 'rough')
    const stored = runs.map((run) => run.slice(run.indexOf(': ') + 2)).join('')
    for (const { who } of writers) {
      await expect.poll(async () => marked(await who.text()).join('')).toBe(marked(stored).join(''))
    }

    const shown = marked(stored)
    expect(
      shown.filter((character, index) => shown.indexOf(character) !== index),
      'shown twice',
    ).toEqual([])
    const deleted = new Set((await Promise.all(writers.map((writer) => writer.deleted()))).join(''))
    const seen = new Set(shown)
    const typed = writers.map((writer) => writer.typed).join('')
    expect(
      [...typed].filter((character) => !seen.has(character) && !deleted.has(character)),
      'lost',
    ).toEqual([])
    expect(
      shown.filter((character) => !typed.includes(character)),
      'out of nowhere',
    ).toEqual([])

    const authorOf = new Map(
      runs.flatMap((run) => {
        const at = run.indexOf(': ')
        return [...run.slice(at + 2)].map((character) => [character, run.slice(0, at)] as const)
      }),
    )
    for (const { who, typed } of writers) {
      // Not over the line, whose connections may be dead.
      const { id } = await (await who.page.request.get(`${ownServer.url}/api/v1/me`)).json()
      const wrong = [...typed].filter((character) => seen.has(character) && authorOf.get(character) !== id)
      expect(wrong, 'under another name').toEqual([])
    }
    const told = `${typed.length} characters typed, ${deleted.size} deleted, ${shown.length} there; ${JSON.stringify(faults)}`
    test.info().annotations.push({ type: 'measured', description: told })
    process.stdout.write(`    ${told}\n`)
  } finally {
    for (const line of lines) await line.end()
  }
})

/** Good for some seconds, then one fault, until the time is over. */
async function isRough(line: RoughLine, dice: Dice, until: number, faults: Record<string, number>): Promise<void> {
  while (Date.now() < until) {
    await pause(1_000 + dice.upTo(4_000))
    const fault = dice.oneOf({ stall: 3, outage: 2, drop: 3, 'half-open': 2, 'half-open up': 2 })
    faults[fault] = (faults[fault] ?? 0) + 1
    if (fault === 'drop') line.drop()
    else if (fault === 'half-open') line.halfOpen('both')
    else if (fault === 'half-open up') line.halfOpen('up')
    else {
      if (fault === 'stall') line.stall()
      else line.breakDown()
      await pause(500 + dice.upTo(6_000))
      line.mend()
    }
  }
  line.mend()
}
