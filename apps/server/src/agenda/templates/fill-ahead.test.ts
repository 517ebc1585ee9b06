import { expect, test } from 'vitest'
import { fillAhead } from './fill-ahead.ts'
import type { TemplateRecord } from './session-templates.ts'
import type { TemplateFacts } from './template-facts.ts'

const session = (title: string, type?: string): TemplateFacts => ({
  ...{ title, start: null, end: null, room: null, track: null, people: [], url: null },
  ...(type !== undefined && { type }),
})
const own: TemplateRecord = { type: null, markdown: '# {title}', changedAt: 1 }

/** Fills, and counts how many were filled without a turn of the event loop in between. */
function filling() {
  const counts = { all: 0, inThisTurn: 0, most: 0 }
  const beginnings = (templates: readonly TemplateRecord[]) => {
    return ({ title }: TemplateFacts) => {
      counts.all += 1
      counts.inThisTurn += 1
      counts.most = Math.max(counts.most, counts.inThisTurn)
      return `${templates.length} ${title}`
    }
  }
  return { counts, beginnings }
}

async function whileOthersTakeTurns<Done>(counts: { inThisTurn: number }, work: Promise<Done>): Promise<Done> {
  let isOver = false
  const turn = () => {
    counts.inThisTurn = 0
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return work.finally(() => {
    isOver = true
  })
}

test('ten thousand sessions leave a turn to others after every few, and are not filled again', async () => {
  const { counts, beginnings } = filling()
  const sessions = Array.from({ length: 10_000 }, (_, n) => session(`Talk ${n}`))
  const ahead = await whileOthersTakeTurns(counts, fillAhead(beginnings, [own], sessions))
  expect(counts.all).toBe(10_000)
  expect(counts.most).toBeLessThanOrEqual(20)
  const begin = ahead([{ ...own, changedAt: 2 }])
  expect(sessions.map(begin)).toEqual(sessions.map(({ title }) => `1 ${title}`))
  expect(counts.all).toBe(10_000)
})

test('what has changed meanwhile is filled anew: another session, other templates', async () => {
  const { counts, beginnings } = filling()
  const ahead = await fillAhead(beginnings, [own], [session('One')])
  expect(ahead([own])(session('One, renamed'))).toBe('1 One, renamed')
  expect(ahead([own, { ...own, type: 'BoF' }])(session('One'))).toBe('2 One')
  expect(counts.all).toBe(3)
})

test('sessions that no template of their own reaches are left alone', async () => {
  const { counts, beginnings } = filling()
  await fillAhead(beginnings, [], [session('One')])
  await fillAhead(beginnings, [{ ...own, type: 'BoF' }], [session('One'), session('Two', 'bof')])
  expect(counts.all).toBe(1)
})
