import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { fixture } from '../testing/fixture.ts'

const read = (json: string) => parseAgenda(json, 'Europe/Brussels')
const feed = fixture('frab.schedule.json')

describe('schedule.json, version 1', () => {
  test('everything that a session shows', () => {
    const { format, title, timeZone, sessions, problems } = read(feed)
    expect({ format, title, timeZone, problems }).toEqual({
      format: 'schedule.json',
      title: 'Tidelands Camp',
      timeZone: 'Europe/Berlin',
      problems: ['Day 1, room "Shed", entry 3: this is no event, but text; it was left out.'],
    })
    expect(sessions[0]).toEqual({
      entry: 0,
      key: '3f0f6a1c-0b3c-5c7e-9a55-d4c39a6c1f01',
      title: 'Opening',
      description: 'Welcome.',
      start: '2027-03-27T09:00:00Z',
      end: '2027-03-27T09:45:00Z',
      sampleTime: false,
      room: 'Dyke',
      track: 'Community',
      type: 'Talk',
      people: ['Ada Example', 'Grace Example'],
      url: 'https://tidelands.example.org/talk/QWERTZ/',
      state: 'confirmed',
      padName: 'tidelands-opening',
    })
  })

  test('without a guid the code is the key, and without that the id', () => {
    const without = feed.replace('"3f0f6a1c-0b3c-5c7e-9a55-d4c39a6c1f01"', 'null')
    expect(read(without).sessions.map(({ key }) => key)).toEqual(['QWERTZ', '102', '103'])
  })

  test('a time of day without a date, after midnight, is the night after the day it stands under', () => {
    expect(read(feed).sessions[2]).toMatchObject({ title: 'Late tea', room: 'Shed', start: '2027-03-27T23:45:00Z' })
  })

  test('what is broken is named with its place, and costs no other entry', () => {
    const { sessions, problems } = read(feed.replace('"Night walk"', '{}').replace('"0:15"', '"soon"'))
    expect(sessions.map(({ title }) => title)).toEqual(['Opening', 'Late tea'])
    expect(sessions[1]?.end).toBeNull()
    expect(problems[0]).toBe('Day 1, room "Shed", entry 1: this entry has no title; it was left out.')
    expect(problems[1]).toBe(
      'Day 1, room "Shed", entry 2, event "Late tea": its length "soon" cannot be read; it was taken without an end.',
    )
  })

  test('a feed that is cut off says where, and what to do', () => {
    const { sessions, readable, problems } = read(feed.slice(0, 1000))
    expect({ sessions, readable }).toEqual({ sessions: [], readable: false })
    expect(problems).toEqual([
      'This is JSON that breaks off in line 31: it looks cut off. Export it again, or open its address in a browser to see what is wrong.',
    ])
  })

  test('a conference without days has no sessions, and says so', () => {
    const { readable, problems } = read('{"schedule":{"conference":{"title":"Empty","days":[]}}}')
    expect(readable).toBe(true)
    expect(problems).toEqual(['The schedule.json holds no sessions that could be read.'])
  })

  test('nesting without end is no agenda, and harmless', () => {
    const deep = `{"schedule":{"conference":{"days":${'['.repeat(500_000)}${']'.repeat(500_000)}}}}`
    expect(read(deep)).toMatchObject({ format: 'schedule.json', sessions: [] })
    expect(read('['.repeat(1_000_000))).toMatchObject({ readable: false })
  })
})
