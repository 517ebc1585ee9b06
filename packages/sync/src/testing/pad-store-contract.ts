import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Append, PadStore } from '../ports.ts'

/** A store under test, and what only its own side can do to it. */
export type StoreUnderTest = {
  store: PadStore
  addPad(name: string): Promise<void>
  raiseEpoch(name: string): Promise<void>
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<PadStore>
  close(): Promise<void>
}

/** What every store of pads must do, whatever it stands on. Call it in the store's own test file. */
export function padStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`${name}, as a store of pads`, () => {
    let under: StoreUnderTest
    let store: PadStore

    beforeEach(async () => {
      under = await makeStore()
      store = under.store
      await under.addPad('plenary')
      await under.addPad('edge')
    })
    afterEach(() => under.close())

    it('opens a new pad empty, and no pad that nobody made', async () => {
      expect(await store.load('plenary')).toEqual({
        epoch: 1,
        head: 0,
        checkpoint: undefined,
        tail: [],
        clients: new Map(),
        frozenAt: null,
      })
      expect(await store.load('plenery')).toBeUndefined()
    })

    it('numbers revisions from 1 and gives them back in order', async () => {
      expect(await store.append([share('plenary', ['a', 'b'])], 1000)).toEqual([appended('plenary', 2)])
      expect(await store.append([share('plenary', ['c'])], 2000)).toEqual([appended('plenary', 3)])
      expect(await words(store, 'plenary')).toEqual(['a', 'b', 'c'])
    })

    it('leaves no gap when many commits come at once', async () => {
      const heads = await Promise.all(
        Array.from({ length: 50 }, async (_, n) => {
          const [plenary] = await store.append([share('plenary', [`p${n}`]), share('edge', [`e${n}`, `f${n}`])], n)
          return plenary?.is === 'appended' ? plenary.head : undefined
        }),
      )
      expect(heads.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
      expect(await words(store, 'plenary')).toHaveLength(50)
      expect((await store.load('edge'))?.head).toBe(100)
    })

    it('refuses one pad without failing the others', async () => {
      await store.append([share('edge', ['there'])], 1)
      await under.raiseEpoch('plenary')
      await under.addPad('telecom')
      const outcome = await store.append(
        [
          share('plenary', ['old copy']),
          share('nowhere', ['x']),
          { ...share('edge', ['seed']), onlyIfEmpty: true },
          { ...share('telecom', ['seed']), onlyIfEmpty: true },
        ],
        2,
      )
      expect(outcome).toEqual([
        { is: 'refused', pad: 'plenary', because: 'other epoch' },
        { is: 'refused', pad: 'nowhere', because: 'no such pad' },
        { is: 'refused', pad: 'edge', because: 'not empty' },
        appended('telecom', 1),
      ])
      expect(await words(store, 'plenary')).toEqual([])
      expect(await words(store, 'edge')).toEqual(['there'])
      expect(await words(store, 'telecom')).toEqual(['seed'])
      expect(await store.load('plenary')).toMatchObject({ epoch: 2, head: 0 })
    })

    it('seeds a pad once, however many try together', async () => {
      const tries = Array.from({ length: 10 }, () =>
        store.append([{ ...share('plenary', ['template']), onlyIfEmpty: true }], 1),
      )
      const outcomes = (await Promise.all(tries)).flat()
      expect(outcomes.filter(({ is }) => is === 'appended')).toHaveLength(1)
      expect(await words(store, 'plenary')).toEqual(['template'])
    })

    it('stores nothing of a commit that fails', async () => {
      const broken = {
        person: 'ada',
        get bytes(): Uint8Array {
          throw new Error('The bytes are gone.')
        },
      }
      const commit = store.append([share('plenary', ['a']), { ...share('edge', ['b']), entries: [broken] }], 1)
      await expect(commit).rejects.toThrow('The bytes are gone.')
      expect(await store.load('plenary')).toMatchObject({ head: 0, tail: [] })
      expect(await store.append([share('plenary', ['after'])], 2)).toEqual([appended('plenary', 1)])
    })

    it('remembers who each Yjs client belongs to: its first owner', async () => {
      const ada = { client: 4_294_967_295, owner: { person: 'ada', verified: true } }
      const brought = { client: 7, owner: { person: 'ada', verified: false } }
      const hand = { client: 8, owner: { person: 'ada', verified: true, hand: true as const } }
      const doubtful = { client: 9, owner: { person: 'grace', verified: false, hand: true as const } }
      await store.append([{ ...share('plenary', ['a']), clients: [ada, brought, hand, doubtful] }], 1)
      const thief = { client: 4_294_967_295, owner: { person: 'mallory', verified: true } }
      await store.append([{ ...share('plenary', ['b']), clients: [thief] }], 2)
      expect((await store.load('plenary'))?.clients).toEqual(
        new Map([
          [4_294_967_295, { person: 'ada', verified: true }],
          [7, { person: 'ada', verified: false }],
          [8, { person: 'ada', verified: true, hand: true }],
          [9, { person: 'grace', verified: false, hand: true }],
        ]),
      )
      expect((await store.load('edge'))?.clients.size).toBe(0)
    })

    it('opens from the newest checkpoint and what came after it', async () => {
      await store.append([share('plenary', ['a', 'b', 'c', 'd'])], 1)
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 3, state: bytes('abc') })
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 2, state: bytes('ab') })
      const pad = await store.load('plenary')
      expect(pad?.checkpoint?.revision).toBe(3)
      expect(text(pad?.checkpoint?.state)).toBe('abc')
      expect(pad?.checkpoint?.authorship).toBeUndefined()
      expect(pad?.tail).toEqual([{ bytes: bytes('d'), person: 'ada', at: 1 }])
      expect(pad?.head).toBe(4)
    })

    it('keeps with a checkpoint who wrote it, also when that is found out later', async () => {
      await store.append([share('plenary', ['a', 'b'])], 1)
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 2, state: bytes('ab') })
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 2, state: bytes('ab'), authorship: bytes('ada') })
      const pad = await store.load('plenary')
      expect(text(pad?.checkpoint?.state)).toBe('ab')
      expect(text(pad?.checkpoint?.authorship)).toBe('ada')
    })

    it('keeps no checkpoint of another epoch', async () => {
      await store.append([share('plenary', ['a', 'b'])], 1)
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 1, state: bytes('a') })
      await under.raiseEpoch('plenary')
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 2, state: bytes('ab') })
      expect((await store.load('plenary'))?.checkpoint?.revision).toBe(1)
      await store.saveCheckpoint('plenary', { epoch: 2, revision: 2, state: bytes('ab') })
      expect((await store.load('plenary'))?.checkpoint?.revision).toBe(2)
    })

    it('gives the log in pages, whatever checkpoint there is', async () => {
      await store.append([share('plenary', ['a', 'b'])], 1)
      await store.append([share('plenary', ['c'])], 2)
      await store.append([share('edge', ['x'])], 3)
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 2, state: bytes('ab') })
      expect(await store.readLog('plenary', 0, 2)).toEqual([
        { revision: 1, bytes: bytes('a'), person: 'ada', at: 1 },
        { revision: 2, bytes: bytes('b'), person: 'ada', at: 1 },
      ])
      expect(await store.readLog('plenary', 2, 2)).toEqual([{ revision: 3, bytes: bytes('c'), person: 'ada', at: 2 }])
      expect(await store.readLog('plenary', 3, 2)).toEqual([])
      expect(await store.readLog('plenery', 0, 2)).toEqual([])
    })

    it('keeps since when a pad is frozen, until it is thawed', async () => {
      await store.setFrozen('plenary', 1_494_249_240_000)
      await store.setFrozen('plenery', 1)
      store = await under.reopen()
      expect((await store.load('plenary'))?.frozenAt).toBe(1_494_249_240_000)
      expect((await store.load('edge'))?.frozenAt).toBeNull()
      expect(await store.load('plenery')).toBeUndefined()
      await store.setFrozen('plenary', null)
      expect((await store.load('plenary'))?.frozenAt).toBeNull()
    })

    it('has everything again after it was closed and opened', async () => {
      const ada = { client: 7, owner: { person: 'ada', verified: true } }
      await store.append([{ ...share('plenary', ['a', 'b']), clients: [ada] }], 1)
      await store.saveCheckpoint('plenary', { epoch: 1, revision: 1, state: bytes('a') })
      const before = await store.load('plenary')
      store = await under.reopen()
      expect(await store.load('plenary')).toEqual(before)
      expect(await store.append([share('plenary', ['c'])], 2)).toEqual([appended('plenary', 3)])
    })

    it('keeps large updates and large states whole', async () => {
      const large = new Uint8Array(4 * 1024 * 1024).map((_, n) => n % 251)
      await store.append([{ ...share('plenary', []), entries: [{ person: 'ada', bytes: large }] }], 1)
      await store.saveCheckpoint('edge', { epoch: 1, revision: 0, state: new Uint8Array(0) })
      const kept = (await store.load('plenary'))?.tail[0]?.bytes
      expect(kept && Buffer.compare(kept, large)).toBe(0)
    })

    it('takes 200 pads in one commit', async () => {
      const names = Array.from({ length: 200 }, (_, n) => `session-${n}`)
      for (const padName of names) await under.addPad(padName)
      const outcomes = await store.append(
        names.map((padName) => share(padName, [padName, 'more'])),
        1,
      )
      expect(outcomes).toEqual(names.map((padName) => appended(padName, 2)))
      expect(await words(store, 'session-199')).toEqual(['session-199', 'more'])
    })
  })
}

function share(pad: string, texts: readonly string[]): Append {
  return {
    pad,
    epoch: 1,
    onlyIfEmpty: false,
    entries: texts.map((entry) => ({ person: 'ada', bytes: bytes(entry) })),
    clients: [],
  }
}

function appended(pad: string, head: number) {
  return { is: 'appended', pad, head }
}

async function words(store: PadStore, pad: string): Promise<string[] | undefined> {
  return (await store.load(pad))?.tail.map((change) => text(change.bytes))
}

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

function text(content: Uint8Array | undefined): string {
  return new TextDecoder().decode(content)
}
