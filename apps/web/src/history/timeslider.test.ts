import type { HistoryStretch } from '@forumpad/api'
import { beforeEach, expect, test } from 'vitest'
import { SPEEDS } from './speeds.ts'
import { type FramesWanted, Timeslider } from './timeslider.ts'

const NEWEST = 1_000
let asked: FramesWanted[]
let slider: Timeslider
let answer: (() => void)[]
let timers: { at: number; call: () => void }[]
let now: number

beforeEach(() => {
  ;[asked, answer, timers, now] = [[], [], [], 0]
  slider = new Timeslider(stretch({ from: NEWEST, by: 1, frames: 1 }), {
    ask(wanted) {
      asked.push(wanted)
      return new Promise((resolve) =>
        answer.push(() =>
          resolve(
            wanted.from > NEWEST
              ? { is: 'problem', problem: 'There is no such revision.' }
              : { is: 'done', body: stretch(wanted) },
          ),
        ),
      )
    },
    after(ms, call) {
      const timer = { at: now + ms, call }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    changed: () => {},
  })
})

test('whoever drags is shown the place where they stop, and only that is asked for besides the first', async () => {
  for (const place of [900, 800, 700, 600]) slider.go(place)
  expect(asked).toEqual([{ from: 900, by: expect.any(Number), frames: 1 }])
  expect(slider.state).toMatchObject({ wanted: 600, frame: { number: NEWEST } })
  await answered()
  await answered()
  expect(asked.map(({ from }) => from)).toEqual([900, 600])
  expect(slider.state.frame.number).toBe(600)
})

test('whoever rests has the revisions around at once', async () => {
  slider.go(500)
  await answered()
  await passes(300)
  expect(asked.at(-1)).toEqual({ from: 485, by: 1, frames: 31 })
  await answered()
  slider.step(1)
  slider.step(1)
  slider.step(-1)
  expect(slider.state.frame.number).toBe(501)
  expect(asked).toHaveLength(2)
})

test('it plays from the beginning to the end, with few questions, and then rests', async () => {
  const speed = SPEEDS.find(({ by }) => by === 10) ?? SPEEDS[0]
  slider.setSpeed(speed)
  slider.play()
  const seen = new Set<number>()
  for (let i = 0; i < 400 && slider.state.playing; i++) {
    await passes(50)
    await answered()
    seen.add(slider.state.frame.number)
  }
  expect(slider.state).toMatchObject({ playing: false, frame: { number: NEWEST } })
  expect(seen.size).toBe(101)
  expect(asked.length).toBeLessThan(8)
})

test('what the server refuses is said, and the text stays', async () => {
  slider.go(5_000)
  await answered()
  expect(slider.state).toMatchObject({
    problem: 'There is no such revision.',
    wanted: NEWEST,
    frame: { number: NEWEST },
  })
  slider.go(10)
  await answered()
  expect(slider.state).toMatchObject({ problem: null, frame: { number: 10 } })
})

async function answered() {
  answer.shift()?.()
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

async function passes(ms: number) {
  now += ms
  const due = timers.filter(({ at }) => at <= now)
  timers = timers.filter((timer) => !due.includes(timer))
  for (const { call } of due) call()
}

function stretch({ from, by, frames }: FramesWanted): HistoryStretch {
  const facts = (number: number) => ({ number, at: '2026-11-30T10:00:00Z', by: 0 })
  const block = (number: number) => ({ id: '1-0', html: `<p>${number}</p>`, wrote: [[0, 3] as [number, number]] })
  const steps = []
  for (let number = from + by; steps.length < frames - 1 && number - by < NEWEST; number += by) {
    const there = Math.min(number, NEWEST)
    steps.push({ ...facts(there), pieces: [{ put: [block(there)] }] })
  }
  return {
    newest: NEWEST,
    people: [{ id: 'ada', name: 'Ada', hue: 3 }],
    first: { ...facts(from), blocks: [block(from)] },
    steps,
  }
}
