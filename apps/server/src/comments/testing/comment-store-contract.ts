import type { PassageAnchor, Person } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommentStore } from '../comment-store.ts'

export type CommentsUnderTest = {
  comments: CommentStore
  makePad(name: string): Promise<void>
  remove(): Promise<void>
}

const ada: Person = { id: 'ada', name: 'Ada', hue: 1 }
const grace: Person = { id: 'grace', name: 'Grace', hue: 2 }
const anchor: PassageAnchor = { first: { client: 4_294_967_295, clock: 3 }, last: { client: 2, clock: 9 } }

/** What every store of comments must do. */
export function commentStoreContract(name: string, open: () => Promise<CommentsUnderTest>): void {
  describe(`${name} keeps the comments`, () => {
    let comments: CommentStore
    let under: CommentsUnderTest
    let keys = 0
    beforeEach(async () => {
      under = await open()
      comments = under.comments
      await under.makePad('edge')
      await under.makePad('fog')
    })
    afterEach(() => under.remove())

    const begins = (person: Person, text: string, pad = 'edge', key = `key-${++keys}`) =>
      comments.add(pad, { at: keys, person, text, key, thread: null, anchor, quote: 'these words' })
    const answers = (person: Person, thread: number, text: string, pad = 'edge') =>
      comments.add(pad, { at: keys, person, text, key: `key-${++keys}`, thread })

    it('of each pad by itself, in threads, with their passage', async () => {
      expect(await begins(ada, 'one')).toMatchObject({
        is: 'added',
        comment: { id: 1, thread: 1, anchor, quote: 'these words', person: ada, resolvedBy: null, deletedBy: null },
      })
      expect(await begins(grace, 'elsewhere', 'fog')).toMatchObject({ comment: { id: 1, thread: 1 } })
      expect(await answers(grace, 1, 'two')).toMatchObject({ comment: { id: 2, thread: 1, anchor: null, quote: '' } })
      expect(await begins(ada, 'three')).toMatchObject({ comment: { id: 3, thread: 3 } })
      expect(await comments.count('edge')).toBe(3)
      expect(await begins(ada, 'nowhere', 'egde')).toBe('no such pad')
      expect(await answers(ada, 2, 'to an answer')).toBe('no such thread')
      expect(await answers(ada, 9, 'to nobody')).toBe('no such thread')
    })

    it('once for each key of a person', async () => {
      await begins(ada, 'once', 'edge', 'same-key')
      expect(await begins(ada, 'once', 'edge', 'same-key')).toMatchObject({ is: 'known', comment: { id: 1 } })
      expect(await begins(grace, 'mine', 'edge', 'same-key')).toMatchObject({ is: 'added', comment: { id: 2 } })
    })

    it('and says what has changed since, whatever it was', async () => {
      await begins(ada, 'one')
      await begins(grace, 'two')
      expect(await comments.settle('edge', 1, 'Grace')).toMatchObject({ id: 1, resolvedBy: 'Grace', text: 'one' })
      expect((await comments.changedSince('edge', 2, 10)).map(({ id }) => id)).toEqual([1])
      const { change = 0 } = (await comments.delete('edge', 2, 'moderator')) ?? {}
      expect(await comments.changedSince('edge', change - 1, 10)).toMatchObject([
        { id: 2, text: '', deletedBy: 'moderator' },
      ])
      expect((await comments.changedSince('edge', 0, 1)).map(({ id }) => id)).toEqual([1])
      // What is so already is no change.
      await comments.settle('edge', 1, 'Ada')
      await comments.delete('edge', 2, 'author')
      expect(await comments.changedSince('edge', change, 10)).toEqual([])
      expect(await comments.settle('edge', 1, null)).toMatchObject({ resolvedBy: null, change: change + 1 })
      expect(await comments.settle('edge', 7, 'Ada')).toBeUndefined()
      expect(await comments.delete('edge', 7, 'author')).toBeUndefined()
    })

    it('and whether readers may write some, in each pad by itself', async () => {
      expect(await comments.readersMay('edge')).toBe(false)
      await comments.allowReaders('edge', true)
      expect([await comments.readersMay('edge'), await comments.readersMay('fog')]).toEqual([true, false])
      await comments.allowReaders('edge', false)
      expect(await comments.readersMay('edge')).toBe(false)
    })
  })
}
