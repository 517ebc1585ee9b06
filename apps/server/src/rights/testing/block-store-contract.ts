import { describe, expect, test } from 'vitest'
import type { BlockStore } from '../block-store.ts'

/** What every store of blocks must do. It is opened with the events `boston` and `denver`. */
export function blockStoreContract(name: string, open: () => Promise<{ blocks: BlockStore; remove(): Promise<void> }>) {
  describe(`blocks in ${name}`, () => {
    test('hold for one person in one event until they are lifted', async () => {
      const { blocks, remove } = await open()
      expect(await blocks.block('boston', 'eve', 1)).toBe(true)
      expect(await blocks.block('boston', 'eve', 2)).toBe(false)
      await blocks.block('boston', 'mal', 3)
      expect(await blocks.isBlocked('boston', 'eve')).toBe(true)
      expect(await blocks.isBlocked('boston', 'ana')).toBe(false)
      expect(await blocks.isBlocked('denver', 'eve')).toBe(false)
      expect(await blocks.blocked('boston')).toEqual([
        { person: 'mal', at: 3 },
        { person: 'eve', at: 1 },
      ])
      expect(await blocks.lift('boston', 'eve')).toBe(true)
      expect(await blocks.lift('boston', 'eve')).toBe(false)
      expect(await blocks.isBlocked('boston', 'eve')).toBe(false)
      await remove()
    })
  })
}
