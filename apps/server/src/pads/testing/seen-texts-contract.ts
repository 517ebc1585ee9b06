import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeenTexts } from '../seen-texts.ts'

export type SeenTextsUnderTest = {
  seen: SeenTexts
  /** Makes a pad, or writes on in it until it has as many revisions. */
  writes(pad: string, revision: number): Promise<void>
  remove(): Promise<void>
}

/** What every store of seen texts must do. */
export function seenTextsContract(name: string, open: () => Promise<SeenTextsUnderTest>): void {
  describe(`${name} remembers which texts followers have seen`, () => {
    let under: SeenTextsUnderTest
    let seen: SeenTexts
    beforeEach(async () => {
      under = await open()
      seen = under.seen
      await under.writes('edge', 2)
      await under.writes('fog', 1)
      await under.writes('never-opened', 0)
    })
    afterEach(() => under.remove())

    const sees = (follower: string, pad: string, revision: number, epoch = 1) =>
      seen.note([{ follower, pad, epoch, revision }])
    const unseenBy = async (...followers: string[]) => seen.unseen(followers, '', 10)

    it('and that at first all is unseen, but for pads without a text', async () => {
      expect(await unseenBy('words', 'search')).toEqual([
        { pad: 'edge', followers: ['words', 'search'] },
        { pad: 'fog', followers: ['words', 'search'] },
      ])
      expect(await unseenBy()).toEqual([])
    })

    it('each follower by itself', async () => {
      await sees('words', 'edge', 2)
      await sees('words', 'fog', 1)
      expect(await unseenBy('words')).toEqual([])
      expect(await unseenBy('search')).toHaveLength(2)
      expect(await unseenBy('words', 'search')).toEqual([
        { pad: 'edge', followers: ['search'] },
        { pad: 'fog', followers: ['search'] },
      ])
    })

    it('and what has changed since', async () => {
      await seen.note([
        { follower: 'words', pad: 'edge', epoch: 1, revision: 2 },
        { follower: 'words', pad: 'fog', epoch: 1, revision: 1 },
        { follower: 'words', pad: 'no-such-pad', epoch: 1, revision: 1 },
      ])
      await under.writes('edge', 3)
      expect(await unseenBy('words')).toEqual([{ pad: 'edge', followers: ['words'] }])
      await sees('words', 'edge', 3)
      expect(await unseenBy('words')).toEqual([])
    })

    it('and that a text of another epoch is another text', async () => {
      await sees('words', 'edge', 2, 0)
      await sees('words', 'fog', 1)
      expect(await unseenBy('words')).toEqual([{ pad: 'edge', followers: ['words'] }])
    })

    it('in pages, in the order of the names', async () => {
      expect(await seen.unseen(['words'], '', 1)).toEqual([{ pad: 'edge', followers: ['words'] }])
      expect(await seen.unseen(['words'], 'edge', 1)).toEqual([{ pad: 'fog', followers: ['words'] }])
      expect(await seen.unseen(['words'], 'fog', 1)).toEqual([])
    })
  })
}
