// @vitest-environment happy-dom

import type { SessionLink } from '@forumpad/api'
import { line, type PadDocument } from '@forumpad/pad-schema'
import { expect, test } from 'vitest'
import { ENGLISH } from '../../languages/words.ts'
import { NoteTaker } from '../testing/note-taker.ts'
import type { OfferSources } from './offer.ts'
import { offersOf } from './offers-state.ts'
import { openOffers, openSessions } from './open-offers.ts'

const people = [
  { name: 'Mark Twain', detail: 'here' },
  { name: 'Mary Tweed', detail: 'here' },
  { name: 'Ana', detail: 'here' },
  { name: 'Grace Hopper', detail: 'of the session' },
  { name: 'Ana', detail: 'of the session' },
]
const session = (title: string, pad: string): SessionLink => ({
  title,
  pad,
  start: '2017-05-10T18:40:00Z',
  end: null,
  room: 'Hynes 102',
})
const list = [session('Helm hands-on', 'BOS-helm'), session('Telecom/NFV Working Group', 'BOS-ops-telecom-nfv')]
const sessions = { timeZone: 'America/New_York', words: ENGLISH, load: () => Promise.resolve(list) }

function ada(blocks: PadDocument['blocks'] = [line('text')], sources: Partial<OfferSources> = {}) {
  const writer = new NoteTaker({ blocks }, 'America/New_York', { people: () => people, sessions, ...sources })
  writer.editor.commands.focus('end')
  return writer
}
const names = ({ editor }: NoteTaker) => offersOf(editor.state)?.offers.map(({ name }) => name) ?? null
const answered = () => new Promise<void>((done) => setTimeout(done))

test('@ offers the people, and Enter writes the name so that it is read back whole', () => {
  const writer = ada().types('ask @')
  expect(names(writer)).toEqual(['Mark Twain', 'Mary Tweed', 'Ana', 'Grace Hopper'])
  writer.types('mar')
  expect(names(writer)).toEqual(['Mark Twain', 'Mary Tweed'])
  writer.presses('ArrowDown')
  writer.presses('Enter')
  expect(writer.lines).toEqual(['ask @Mary\u00A0Tweed '])
  expect(names(writer)).toBeNull()
})

test('the last name finds too, and a whole name is typed on without a list', () => {
  const writer = ada().types('@hop')
  expect(names(writer)).toEqual(['Grace Hopper'])
  expect(names(ada().types('@grace ho'))).toEqual(['Grace Hopper'])
  expect(names(ada().types('@ana'))).toBeNull()
})

test('where nobody fits, what was typed is just words', () => {
  const writer = ada().types('@someone')
  expect(names(writer)).toBeNull()
  expect(writer.lines).toEqual(['@someone'])
  expect(names(ada().types('ana@'))).toBeNull()
})

test('Escape leaves what was typed, and the list stays away', () => {
  const writer = ada().types('@a')
  expect(writer.presses('Escape')).toBe(true)
  writer.types('n')
  expect(names(writer)).toBeNull()
  expect(writer.lines).toEqual(['@an'])
})

test('two capitals at the beginning of a line offer who speaks; Tab takes it, Enter only what was chosen', () => {
  const writer = ada().types('MT')
  expect(names(writer)).toEqual(['MT:', 'MTW:'])
  expect(writer.presses('Enter')).toBe(true)
  expect(writer.lines).toEqual(['MT', ''])
  writer.types('MT')
  writer.presses('Tab')
  expect(writer.lines).toEqual(['MT', 'MT: '])
  writer.presses('Enter')
  writer.types('MT')
  writer.presses('ArrowDown')
  writer.presses('Enter')
  expect(writer.lines).toEqual(['MT', 'MT: ', 'MTW: '])
})

test('other capitals, and those within a line, offer nobody', () => {
  expect(names(ada().types('HT'))).toBeNull()
  expect(names(ada().types('so MT'))).toBeNull()
  const writer = ada().types('MT')
  writer.types(':')
  expect(names(writer)).toBeNull()
})

test('[[ offers the sessions once they are fetched, and writes a link to the pad', async () => {
  const writer = ada().types('see [[')
  expect(names(writer)).toEqual([])
  await answered()
  expect(names(writer)).toEqual(['Helm hands-on', 'Telecom/NFV Working Group'])
  writer.types('nfv work')
  expect(names(writer)).toEqual(['Telecom/NFV Working Group'])
  expect(offersOf(writer.editor.state)?.offers[0]?.detail).toBe('Wed 10 May 14:40 · Hynes 102')
  writer.presses('Enter')
  writer.types('now')
  const href = `${location.origin}/p/BOS-ops-telecom-nfv`
  expect(writer.pad.blocks).toEqual([
    line('text', [
      { type: 'text', text: 'see ', marks: {} },
      { type: 'text', text: 'Telecom/NFV Working Group', marks: { link: { href } } },
      { type: 'text', text: ' now', marks: {} },
    ]),
  ])
})

test('a search that finds nothing lets every key pass', async () => {
  const writer = ada().types('[[zzz')
  await answered()
  expect(names(writer)).toEqual([])
  writer.presses('Enter')
  expect(writer.lines).toEqual(['[[zzz', ''])
  expect(names(ada().types('[[a]]'))).toBeNull()
})

test('sessions that could not be fetched are fetched when they are asked for again', async () => {
  let tries = 0
  const load = () => (tries++ === 0 ? Promise.reject(new Error('no network')) : Promise.resolve(list))
  const writer = ada([line('text')], { sessions: { timeZone: 'UTC', words: ENGLISH, load } }).types('[[')
  await answered()
  expect(offersOf(writer.editor.state)?.sessions).toEqual({ are: 'failed' })
  writer.types('x]] [[')
  await answered()
  expect(names(writer)).toHaveLength(2)
})

test('in a pad without an event there are no sessions', () => {
  const writer = ada([line('text')], { sessions: null }).types('[[')
  expect(names(writer)).toBeNull()
  openSessions(writer.editor)
  expect(writer.lines).toEqual(['[['])
})

test('the slash menu asks as well', () => {
  const writer = ada([line('text', 'see')]).types(' /person')
  writer.presses('Enter')
  expect(writer.lines).toEqual(['see @'])
  expect(names(writer)).toHaveLength(4)
  const other = ada([line('text', 'see')])
  openOffers(other.editor, 'session')
  expect(other.lines).toEqual(['see [['])
  expect(names(other)).toEqual([])
})

test('in code a sign is a sign', () => {
  expect(names(ada([line('code')]).types('@'))).toBeNull()
  expect(names(ada([line('code')]).types('MT'))).toBeNull()
})
