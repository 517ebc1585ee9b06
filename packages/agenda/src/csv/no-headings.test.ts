import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParseOptions, parseAgenda } from '../parse-agenda.ts'

const read = (text: string, options?: ParseOptions) => parseAgenda(text, 'Europe/Berlin', options)
const times = (text: string) => read(text).sessions.map(({ start, end }) => [start, end])

describe('a table without headings', () => {
  const rows = ['Opening,2027-06-05 10:00,Hall', 'Fog and edge,2027-06-05 11:00,Hall', 'Closing,2027-06-06 17:00,Hall']
  const titles = (options?: ParseOptions, text = rows.join('\n')) =>
    read(text, options).sessions.map(({ title, room }) => `${title} ${room}`)

  test('keeps its first row, and what its columns mean is told by what stands in them', () => {
    expect(titles()).toEqual(['Opening null', 'Fog and edge null', 'Closing null'])
    expect(read(rows.join('\n'))).toMatchObject({
      problems: [
        'The table has no headings: what its columns mean was told by what stands in them. Look whether that is right.',
        expect.stringContaining('no time zone'),
        expect.stringContaining('no id'),
      ],
      table: {
        columns: [
          { heading: '', means: 'title', examples: ['Opening', 'Fog and edge', 'Closing'] },
          { heading: '', means: 'start', examples: expect.any(Array) },
          { heading: '', means: null, examples: ['Hall', 'Hall', 'Hall'] },
        ],
      },
    })
  })

  test('is mapped by hand by numbers, and keeps its first row then too', () => {
    expect(titles({ columns: { title: '1', start: '2', room: '3' } })).toEqual([
      'Opening Hall',
      'Fog and edge Hall',
      'Closing Hall',
    ])
    expect(titles({ columns: { title: '3', start: '2' } })).toEqual(['Hall null', 'Hall null', 'Hall null'])
  })

  test('may have its date, its start and its end in columns of their own', () => {
    const text = '5.6.2027;10:00;10:45;Opening;A\n6.6.2027;11:00;12:00;Closing;A'
    expect(times(text)).toEqual([
      ['2027-06-05T08:00:00Z', '2027-06-05T08:45:00Z'],
      ['2027-06-06T09:00:00Z', '2027-06-06T10:00:00Z'],
    ])
  })

  test('is shown with columns by number where it does not tell enough', () => {
    const { table, readable } = read('1,2027-06-05\n2,2027-06-06')
    expect(readable).toBe(true)
    expect(read('Hall;10:00\nHall;11:00').table?.columns).toEqual([
      { heading: '', means: 'title', examples: ['Hall', 'Hall'] },
      { heading: '', means: 'start', examples: ['10:00', '11:00'] },
    ])
    expect(table?.columns[0]?.heading).toBe('')
  })

  const title = fc.stringMatching(/^[A-Z][a-z]{3,12} [a-z]{3,12}$/)
  const talk = fc.record({ title, day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }) })
  const talks = fc.uniqueArray(talk, { minLength: 2, maxLength: 20, selector: ({ title }) => title })

  test('has as many sessions as rows, whether it has headings or not', () => {
    fc.assert(
      fc.property(talks, fc.constantFrom(',', ';', '\t'), (talks, delimiter) => {
        const lines = talks.map(({ title, day, hour }) =>
          [`2027-06-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:00`, 'Hall', title].join(
            delimiter,
          ),
        )
        const bare = read(lines.join('\n')).sessions.map(({ title, start }) => ({ title, start }))
        const headed = read([['Start', 'Room', 'Title'].join(delimiter), ...lines].join('\n')).sessions
        expect(bare).toEqual(headed.map(({ title, start }) => ({ title, start })))
        expect(bare).toHaveLength(talks.length)
      }),
    )
  })
})
