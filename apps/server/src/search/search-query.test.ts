import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery } from './search-query.ts'

function query(text: string) {
  const read = readQuery(text)
  if (read.is === 'refused') throw new Error(read.detail)
  return read.query
}
const refusal = (text: string) => {
  const read = readQuery(text)
  return read.is === 'refused' ? read.code : undefined
}
const words = (tokens: string, more = {}) => ({
  is: 'words',
  tokens: tokens.split(' '),
  prefix: false,
  exact: false,
  ...more,
})

describe('A query', () => {
  it('is words, phrases, beginnings of words, and what shall not be there', () => {
    expect(query('Budget "Release Date" migrat* -draft')).toMatchObject({
      terms: [words('budget'), words('release date', { exact: true }), words('migrat', { prefix: true })],
      without: [words('draft')],
    })
    expect(query('“wir sind” -"der Entwurf" „open sta“*')).toMatchObject({
      terms: [words('wir sind', { exact: true }), words('open sta', { exact: true, prefix: true })],
      without: [words('der entwurf', { exact: true })],
    })
  })

  it('is what lines are marked with', () => {
    expect(query('#action #Decisions ##Road-Map #roadmap -#question').terms).toEqual([
      { is: 'label', label: 'action' },
      { is: 'label', label: 'decision' },
      { is: 'tag', tag: 'roadmap' },
      { is: 'tag', tag: 'roadmap' },
    ])
    expect(query('x -#question').without).toEqual([{ is: 'label', label: 'question' }])
    expect(query('#constructor').terms).toEqual([{ is: 'tag', tag: 'constructor' }])
  })

  it('has filters, of which one alone is enough', () => {
    expect(query('room:104 person:"Ada Lovelace" day:2017-05-10 event:boston track:Edge').filters).toEqual({
      event: ['boston'],
      day: ['2017-05-10'],
      track: ['Edge'],
      room: ['104'],
      person: ['Ada Lovelace'],
    })
    expect(query('budget room:').terms).toEqual([words('budget'), words('room')])
  })

  it('takes what looks like a filter and is none for words', () => {
    expect(query('https://example.org/a-b std:vector').terms).toEqual([
      words('https example org a b'),
      words('std vector'),
    ])
  })

  it('takes words that hang together for a phrase, in any script', () => {
    expect(query("don't 日本語").terms).toEqual([words('don t'), words('日 本 語')])
  })

  it('goes on to the end where a quote is not closed', () => {
    expect(query('"one two').terms).toEqual([words('one two', { exact: true })])
  })

  it('adds what was chosen beside it', () => {
    const read = readQuery('', { event: ['boston'], room: [' '] })
    expect(read).toMatchObject({ is: 'query', query: { filters: { event: ['boston'], room: [] } } })
  })
})

describe('A query is refused with a word', () => {
  it.each(['', '   ', '* - "', '""', '-', '***', ':', '-"" "" *', '() OR'.replace('OR', ''), '#', '##', '!?!'])(
    'when there is nothing to look for: %s',
    (text) => expect(refusal(text)).toBe('nothing-to-look-for'),
  )

  it('when it only leaves out', () => {
    expect(readQuery('-draft')).toMatchObject({ code: 'nothing-to-look-for', detail: expect.stringContaining('minus') })
  })

  it('when it is endless, has too many words, or a day that no calendar has', () => {
    expect(readQuery('x'.repeat(10_000))).toMatchObject({
      code: 'query-too-long',
      detail: 'A search has at most 500 characters, and this one has 10,000.',
    })
    expect(refusal('a '.repeat(21))).toBe('too-many-words')
    expect(refusal('day:tomorrow')).toBe('no-such-day')
    expect(refusal('day:2017-02-30')).toBe('no-such-day')
  })

  it('and never breaks, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.boolean(), (text, signs) => {
        const read = readQuery(signs ? text.replace(/\w/g, '"') : text)
        if (read.is === 'query')
          for (const term of [...read.query.terms, ...read.query.without])
            if (term.is === 'words') expect(term.tokens.join('')).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
      }),
    )
  })
})
