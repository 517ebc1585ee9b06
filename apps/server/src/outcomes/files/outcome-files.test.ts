import type { Outcome, OutcomeList } from '@forumpad/api'
import { markdownToDocument } from '@forumpad/pad-schema'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { findOutcomes } from '../find-outcomes.ts'
import { OUTCOME_FILES } from './outcome-files.ts'

const action = (text: string, facts: Partial<Outcome> = {}): Outcome => ({
  ...{ kind: 'action', pad: 'ops/nfv', line: '7-1', name: 'line-7-1-ask', text, people: [], due: null, tags: [] },
  ...{ url: null, done: false, box: true, ...facts },
})

const hostile = '=cmd|"calc"!A1, *bold*; \\n <img src=x>\r\nEND:VTODO'
const list: OutcomeList = {
  pads: [
    {
      ...{ name: 'ops/nfv', title: 'Telecom, "NFV"', start: '2026-05-11T02:00:00.000Z', end: null, room: null },
      ...{ track: 'Ops', mayTick: true },
    },
  ],
  outcomes: [
    action('ask the operators’ list about the long thing 🙂 '.repeat(4).trim(), {
      ...{ people: ['Ana', 'Bob'], due: '2026-06-01', tags: ['nfv', 'ops'], done: true },
    }),
    action(hostile),
    action('a decision', { kind: 'decision', done: null }),
    action('the guide', { kind: 'link', url: 'https://example.org/(a)', done: null }),
  ],
  sharedLinks: [],
}

const file = (ending: string) =>
  OUTCOME_FILES[ending]?.write({
    ...{ title: 'Forum: Boston, 2026', timeZone: 'America/New_York', origin: 'https://pads.example' },
    ...{ list, at: Date.parse('2026-05-12T10:00:00Z') },
  }) ?? ''

describe('iCalendar', () => {
  const text = file('ics')
  const todos = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtodo')

  test('has a task for each action, with all that is known of it', () => {
    expect(todos).toHaveLength(2)
    const [done] = todos
    expect(done?.getFirstPropertyValue('summary')).toBe(list.outcomes[0]?.text)
    expect(String(done?.getFirstPropertyValue('due'))).toBe('2026-06-01')
    expect(done?.getFirstPropertyValue('status')).toBe('COMPLETED')
    expect(done?.getFirstPropertyValue('url')).toBe('https://pads.example/p/ops%2Fnfv#line-7-1-ask')
    expect(done?.getFirstProperty('categories')?.getValues()).toEqual(['nfv', 'ops'])
    expect(done?.getAllProperties('contact').map((each) => each.getFirstValue())).toEqual(['Ana', 'Bob'])
    expect(String(done?.getFirstPropertyValue('dtstamp'))).toBe('2026-05-12T10:00:00Z')
  })

  test('no words end a task or make another', () => {
    expect(todos[1]?.getFirstPropertyValue('summary')).toBe(hostile.replace('\r\n', '\n'))
    expect(todos[1]?.getFirstPropertyValue('status')).toBe('NEEDS-ACTION')
  })

  test('two of one line have names of their own', () => {
    expect(new Set(todos.map((todo) => todo.getFirstPropertyValue('uid'))).size).toBe(2)
  })

  test('no line is longer than 75 octets, and no character is cut', () => {
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\ufffd')
    expect(lines.at(-1)).toBe('')
  })
})

test('CSV: one row each, the day of the session on the clock of its event, nothing that a spreadsheet runs', () => {
  const rows = file('csv').split(/\r\n(?=\w+,)/)
  expect(rows[0]).toBe('kind,text,people,due,state,hashtags,url,session,day,track,line')
  expect(rows[1]).toContain(',"Ana, Bob",2026-06-01,done,nfv ops,,"Telecom, ""NFV""",2026-05-10,Ops,https://')
  expect(rows[2]).toMatch(/^action,"'=cmd\|""calc""/)
  expect(rows).toHaveLength(5)
})

test('Markdown: tasks that are found again as what they were', () => {
  const { blocks } = markdownToDocument(file('md'))
  const named = blocks.map((block, clock) => ({ id: { client: 1, clock }, name: 'x', block }))
  const found = findOutcomes(named, '2026-05-10').filter(({ kind }) => kind === 'action')
  expect(found.map(({ done, due }) => [done, due])).toEqual([
    [true, '2026-06-01'],
    [false, null],
  ])
  expect(file('md')).toContain('## [Telecom, "NFV"](https://pads.example/p/ops%2Fnfv)')
})

test('JSON: whole addresses, and nothing about boxes', () => {
  const read = JSON.parse(file('json'))
  expect(read.outcomes[0]).toMatchObject({
    people: ['Ana', 'Bob'],
    address: 'https://pads.example/p/ops%2Fnfv#line-7-1-ask',
  })
  expect(read.outcomes[0]).not.toHaveProperty('box')
})
