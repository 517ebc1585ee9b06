import { describe, expect, test } from 'vitest'
import type { HeldLinkStore, SeenLink } from '../held-link-store.ts'

const seen = (href: string, facts: Partial<SeenLink> = {}): SeenLink => ({
  ...{ href, pad: 'fog', person: 'eve', at: 1, held: true },
  ...facts,
})

/** What every store of links must do. It is opened with the events `boston` and `denver`. */
export function heldLinkStoreContract(
  name: string,
  open: () => Promise<{ links: HeldLinkStore; remove(): Promise<void> }>,
) {
  describe(`held links in ${name}`, () => {
    test('are held in one event until they are let through, and stay free then', async () => {
      const { links, remove } = await open()
      await links.see('boston', [seen('a'), seen('b', { at: 2, pad: 'nfv' }), seen('c', { held: false })])
      await links.see('denver', [seen('a')])
      expect(await links.held('boston', 10)).toEqual([seen('b', { at: 2, pad: 'nfv' }), seen('a')])
      expect(await links.held('boston', 1)).toHaveLength(1)
      expect(await links.release('boston', 'a')).toBe(true)
      expect(await links.release('boston', 'a')).toBe(false)
      await links.see('boston', [seen('a', { person: 'mal' })])
      expect(await links.known('boston', ['a', 'b', 'd'])).toEqual(
        new Map([
          ['a', false],
          ['b', true],
        ]),
      )
      expect(await links.known('denver', ['a'])).toEqual(new Map([['a', true]]))
      expect(await links.countFree('boston')).toBe(2)
      await links.see('boston', [seen('b', { person: 'ana', held: false })])
      expect(await links.held('boston', 10)).toEqual([])
      await remove()
    })

    test('of somebody who is trusted are all let through', async () => {
      const { links, remove } = await open()
      await links.see('boston', [seen('a'), seen('b', { person: 'mal' })])
      expect(await links.trust('boston', 'eve', 5)).toBe(true)
      expect(await links.trust('boston', 'eve', 6)).toBe(false)
      expect((await links.held('boston', 10)).map(({ href }) => href)).toEqual(['b'])
      expect(await links.trusted('boston', ['eve', 'mal'])).toEqual(new Set(['eve']))
      expect(await links.trusted('denver', ['eve'])).toEqual(new Set())
      await remove()
    })

    test('are held only where somebody says so', async () => {
      const { links, remove } = await open()
      expect(await links.isHolding('boston')).toBe(false)
      await links.setHolding('boston', true)
      await links.setHolding('boston', true)
      expect([await links.isHolding('boston'), await links.isHolding('denver')]).toEqual([true, false])
      await links.setHolding('boston', false)
      expect(await links.isHolding('boston')).toBe(false)
      await remove()
    })
  })
}
