import type { Person } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatStore } from '../chat-store.ts'

export type ChatStoreUnderTest = { chat: ChatStore; makePad(name: string): Promise<void>; remove(): Promise<void> }

const ada: Person = { id: 'ada', name: 'Ada', hue: 1 }
const grace: Person = { id: 'grace', name: 'Grace', hue: 2 }

/** What every store of chats must do. */
export function chatStoreContract(name: string, open: () => Promise<ChatStoreUnderTest>): void {
  describe(`${name} keeps the chat`, () => {
    let chat: ChatStore
    let under: ChatStoreUnderTest
    let keys = 0
    beforeEach(async () => {
      under = await open()
      chat = under.chat
      await under.makePad('edge')
      await under.makePad('fog')
    })
    afterEach(() => under.remove())

    const says = async (person: Person, text: string, pad = 'edge') => {
      keys += 1
      return (await chat.add(pad, { at: keys, person, text, key: `key-${keys}` }))?.message
    }
    const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text)

    it('of each pad by itself, numbered from 1 without gaps', async () => {
      expect(await says(ada, 'one')).toMatchObject({ id: 1, person: ada, text: 'one', deletedBy: null })
      expect(await says(grace, 'elsewhere', 'fog')).toMatchObject({ id: 1 })
      expect(await says(grace, 'two')).toMatchObject({ id: 2, person: grace })
      expect(texts(await chat.before('edge', 99, 10))).toEqual(['one', 'two'])
      expect(await says(ada, 'nowhere', 'egde')).toBeUndefined()
      expect(await chat.before('egde', 99, 10)).toEqual([])
    })

    it('once for each key of a person', async () => {
      const first = await chat.add('edge', { at: 1, person: ada, text: 'once', key: 'same-key' })
      const again = await chat.add('edge', { at: 2, person: ada, text: 'once', key: 'same-key' })
      expect([first?.isNew, again?.isNew]).toEqual([true, false])
      expect(again?.message).toEqual(first?.message)
      const other = await chat.add('edge', { at: 3, person: grace, text: 'mine', key: 'same-key' })
      expect(other).toMatchObject({ isNew: true, message: { id: 2 } })
    })

    it('under the name that its author had then', async () => {
      await says(ada, 'one')
      await says({ ...ada, name: 'Lady Lovelace' }, 'two')
      expect((await chat.before('edge', 99, 10)).map(({ person }) => person.name)).toEqual(['Ada', 'Lady Lovelace'])
    })

    it('in pages from the newest back', async () => {
      for (const text of ['a', 'b', 'c', 'd', 'e']) await says(ada, text)
      expect(texts(await chat.before('edge', 99, 2))).toEqual(['d', 'e'])
      expect(texts(await chat.before('edge', 4, 2))).toEqual(['b', 'c'])
      expect(texts(await chat.before('edge', 2, 2))).toEqual(['a'])
    })

    it('and says what changed since, deletions too', async () => {
      const one = await says(ada, 'one')
      const two = await says(grace, 'two')
      const gone = await chat.delete('edge', one?.id ?? 0, 'organiser')
      expect(gone).toMatchObject({ id: 1, text: '', deletedBy: 'organiser', person: ada })
      expect((await chat.changedSince('edge', two?.change ?? 0, 10)).map(({ id }) => id)).toEqual([1])
      expect((await chat.changedSince('edge', 0, 10)).map(({ id }) => id)).toEqual([2, 1])
      expect(await chat.changedSince('edge', 0, 1)).toHaveLength(1)
      expect(await chat.find('edge', 1)).toEqual(gone)
    })

    it('without the words of what was deleted, whoever deletes it again', async () => {
      await says(ada, 'a slip')
      await chat.delete('edge', 1, 'author')
      expect(await chat.delete('edge', 1, 'organiser')).toMatchObject({ deletedBy: 'author', text: '' })
      expect(await chat.delete('edge', 7, 'organiser')).toBeUndefined()
      expect(texts(await chat.before('edge', 99, 10))).toEqual([''])
    })

    it('and counts what a person has not read: not their own, not what is deleted', async () => {
      await says(grace, 'read')
      await says(ada, 'own')
      await says(grace, 'new')
      await says(grace, 'gone')
      await chat.delete('edge', 4, 'author')
      expect(await chat.unread('edge', 1, 'ada')).toEqual({ unread: 1, newest: 4 })
      expect(await chat.unread('edge', 0, 'nobody')).toEqual({ unread: 3, newest: 4 })
      expect(await chat.unread('edge', 4, 'ada')).toEqual({ unread: 0, newest: 4 })
      expect(await chat.unread('fog', 0, 'ada')).toEqual({ unread: 0, newest: 0 })
    })
  })
}
