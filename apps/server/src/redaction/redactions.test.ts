import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenWords, redactedQuote } from './hidden-words.ts'
import { redactionDesk } from './testing/desk.ts'

let desk: Awaited<ReturnType<typeof redactionDesk>>
beforeAll(async () => {
  desk = await redactionDesk()
})
afterAll(() => desk.end())

const authorsOf = async (pad: string, revision: number) =>
  (await desk.history.readRevision(pad, revision)).credits.map((line) =>
    line.map(({ author, movedBy }) => [author, movedBy]),
  )

test('Words of two people that look alike once they are redacted stay theirs', async () => {
  const [ada, grace] = await desk.padOf('alike', ['ada', 'grace'])
  await ada?.types('first-secret-words')
  await ada?.deletes(0, 18)
  await grace?.types('QUITE_OTHER_THINGS')
  const before = await authorsOf('alike', 3)
  await desk.redact('alike', { revision: 1, words: 'first-secret-words' })
  await desk.redact('alike', { words: 'QUITE_OTHER_THINGS' })
  expect(before).toEqual([[['grace', undefined]]])
  expect(await authorsOf('alike', 3)).toEqual(before)
  expect((await desk.stores.store.load('alike'))?.keptCredits?.slice(2, 0, 100)).toMatchObject([{ author: 'grace' }])
  // From nothing but the log.
  desk.database.raw.prepare('DELETE FROM pad_checkpoint').run()
  await desk.history.forget('alike')
  expect(await authorsOf('alike', 3)).toEqual(before)
})

test('A part of words that were split, moved and joined meanwhile goes from all of their copies', async () => {
  const [ada, grace] = await desk.padOf('split', ['ada', 'grace'])
  await ada?.types('call 555-0199 now')
  await grace?.splits(8)
  await grace?.types('x', 3)
  const { body } = { body: await desk.redact('split', { revision: 1, words: '555-0199' }) }
  expect(body.characters).toBe(8)
  const texts = [1, 2, 3].map(async (revision) => {
    const { document } = await desk.history.readRevision('split', revision)
    return document.blocks.map((block) =>
      block.type === 'paragraph' ? block.content.map((each) => (each.type === 'text' ? each.text : '')).join('') : '',
    )
  })
  expect(await Promise.all(texts)).toEqual([
    ['call ████████ now'],
    ['call ███', '█████ now'],
    ['calxl ███', '█████ now'],
  ])
})

test('Whatever fails on the way, everything is as it was', async () => {
  const [ada] = await desk.padOf('whole', ['ada'])
  await ada?.types('a secret')
  await desk.stores.comments.add('whole', {
    ...{ at: 1, person: { id: 'p', name: 'P', hue: 1 }, text: '', key: 'k', thread: null, quote: 'secret' },
    anchor: { first: { client: 1, clock: 4 }, last: { client: 1, clock: 9 } },
  })
  const before = await desk.stores.store.load('whole')
  const plan = {
    ...{ epoch: 1, head: before?.head ?? 0, rows: [{ revision: 1, bytes: new Uint8Array([0, 0]) }] },
    ...{ checkpoint: { revision: 1, state: new Uint8Array([0, 0]) }, keptCredits: undefined },
  }
  const what = {
    plan,
    versions: { changed: [], count: 0 },
    redacted: (text: string) => text,
    note: () => null,
    said: { at: 1, person: null, name: null, characters: 6, reason: '' },
    redactedQuote: (): string => {
      throw new Error('The power is gone')
    },
  }
  await expect(desk.stores.redactions.redact('whole', what)).rejects.toThrow('The power is gone')
  const later = { ...what, redactedQuote: () => '' }
  expect(await desk.stores.redactions.redact('whole', { ...later, plan: { ...plan, epoch: 7 } })).toBe(
    'changed meanwhile',
  )
  expect(await desk.stores.redactions.redact('whole', { ...later, plan: { ...plan, head: 9 } })).toBe(
    'changed meanwhile',
  )
  const more = { changed: [], count: 1 }
  expect(await desk.stores.redactions.redact('whole', { ...later, versions: more })).toBe('changed meanwhile')
  expect(await desk.stores.redactions.redact('nowhere', later)).toBe('no such pad')
  expect(await desk.stores.store.load('whole')).toEqual(before)
  expect(await desk.stores.redactions.redactions('whole')).toEqual([])
})

test('Words go in every form that an address may have them in, and short ones only by their ids', () => {
  const { words, redacted } = hiddenWords(['My secret plan', 'no', ' ████ '])
  expect(words).toEqual(['My secret plan'])
  expect(redacted('https://x/?q=My%20secret%20plan#line-1-2-my-secret-plan-b')).toBe(
    `https://x/?q=${'█'.repeat(18)}#line-1-2-${'█'.repeat(14)}-b`,
  )
  expect(hiddenWords(['heading']).redacted('heading', 'kind')).toBe('heading')
})

test('What a comment quotes loses the words, also where it begins or ends among them', () => {
  const anchor = { first: { client: 1, clock: 0 }, last: { client: 1, clock: 9 } }
  const redact = (quote: string, isHidden: (client: number, clock: number) => boolean) =>
    redactedQuote(quote, anchor, { ...hiddenWords(['the secret']), words: ['the secret'], isHidden })
  expect(redact('with the secret in it', () => false)).toBe('with ██████████ in it')
  expect(redact('secret in it', (_, clock) => clock === 0)).toBe('██████ in it')
  expect(redact('with the se', (_, clock) => clock === 9)).toBe('with ██████')
  expect(redact('secr', () => true)).toBe('████')
  expect(redact('nothing', () => false)).toBe('nothing')
})
