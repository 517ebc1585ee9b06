import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewVersion, VersionStore } from '../version-store.ts'

export type VersionsUnderTest = {
  versions: VersionStore
  makePad(name: string): Promise<void>
  setFrozen(name: string, since: number | null): Promise<void>
  raiseEpoch(name: string): Promise<void>
  remove(): Promise<void>
}

/** What every store of versions must do. */
export function versionStoreContract(name: string, open: () => Promise<VersionsUnderTest>): void {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const version = (revision: number, facts: Partial<NewVersion> = {}): NewVersion => ({
    revision,
    epoch: 1,
    at: 1000,
    by: 'Ada',
    files: (number) => ({ md: bytes(`# ${number}`), txt: bytes(`text ${number}`), json: bytes(`{"n":${number}}`) }),
    ...facts,
  })

  describe(`versions in ${name}`, () => {
    let store: VersionsUnderTest
    beforeEach(async () => {
      store = await open()
      await store.makePad('edge')
      await store.setFrozen('edge', 500)
    })
    afterEach(() => store.remove())

    test('are numbered for each pad, and keep their files', async () => {
      const { versions } = store
      await store.makePad('other')
      await store.setFrozen('other', 500)
      const first = await versions.add('edge', version(3))
      const second = await versions.add('edge', version(5, { by: null, at: 2000 }))
      const other = await versions.add('other', version(1))
      expect([first, second, other].map((added) => added?.version.number)).toEqual([1, 2, 1])
      expect(await versions.versions('edge')).toEqual([second?.version, first?.version])
      expect(await versions.find('edge', 1)).toEqual(first?.version)
      expect(await versions.find('edge', 3)).toBeUndefined()
      const file = Buffer.from((await versions.file('edge', 2, 'txt')) ?? []).toString()
      expect(file).toBe('text 2')
      expect(second?.version.checksums.txt).toBe(createHash('sha256').update('text 2').digest('hex'))
      expect(await versions.file('edge', 3, 'md')).toBeUndefined()
      expect(await versions.versions('nowhere')).toEqual([])
    })

    test('of one text are one', async () => {
      const { versions } = store
      await versions.add('edge', version(3))
      expect(await versions.add('edge', version(3, { at: 9000 }))).toMatchObject({
        isNew: false,
        version: { at: 1000 },
      })
      await store.raiseEpoch('edge')
      expect(await versions.add('edge', version(3, { epoch: 2 }))).toMatchObject({
        isNew: true,
        version: { number: 2 },
      })
    })

    test('of a text from before words were redacted are not kept', async () => {
      await store.raiseEpoch('edge')
      expect(await store.versions.add('edge', version(3))).toBeUndefined()
      expect(await store.versions.versions('edge')).toEqual([])
    })

    test('of a pad that takes text again, or is none, are not kept', async () => {
      await store.setFrozen('edge', null)
      expect(await store.versions.add('edge', version(3))).toBeUndefined()
      expect(await store.versions.add('nowhere', version(3))).toBeUndefined()
      expect(await store.versions.versions('edge')).toEqual([])
    })
  })
}
