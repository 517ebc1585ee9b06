import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImageStore } from '../image-store.ts'

/** What every store of images must do. `open` gives an empty one with the pads `edge` and `other`. */
export function imageStoreContract(open: () => Promise<{ images: ImageStore; remove(): Promise<void> }>): void {
  describe('a store of images', () => {
    let store: Awaited<ReturnType<typeof open>>
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.remove())
    const map = { name: 'map.png', bytes: 60, width: 6, height: 4 }

    it('finds an image in the pad that keeps it, and in no other', async () => {
      expect(await store.images.keep('edge', map, 100)).toBe('kept')
      expect(await store.images.find('edge', 'map.png')).toEqual(map)
      expect(await store.images.find('other', 'map.png')).toBeUndefined()
      expect(await store.images.keep('nowhere', map, 100)).toBe('no such pad')
    })

    it('tells what it would keep, and whether any pad keeps a file', async () => {
      expect(await store.images.wouldKeep('edge', map, 60)).toBe('kept')
      expect(await store.images.isKept('map.png')).toBe(false)
      expect(await store.images.wouldKeep('edge', map, 59)).toBe('full')
      expect(await store.images.wouldKeep('nowhere', map, 60)).toBe('no such pad')
      await store.images.keep('other', map, 60)
      expect(await store.images.isKept('map.png')).toBe(true)
      expect(await store.images.wouldKeep('other', map, 60)).toBe('kept')
    })

    it('keeps no more than the quota of each pad, and counts an image once', async () => {
      await store.images.keep('edge', map, 100)
      expect(await store.images.keep('edge', map, 100)).toBe('kept')
      expect(await store.images.keep('edge', { ...map, name: 'plan.png' }, 100)).toBe('full')
      expect(await store.images.find('edge', 'plan.png')).toBeUndefined()
      expect(await store.images.keep('edge', { ...map, name: 'plan.png', bytes: 40 }, 100)).toBe('kept')
      expect(await store.images.keep('other', map, 100)).toBe('kept')
    })
  })
}
