import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KeptSource, SourceStore } from '../source-store.ts'

export type SourcesUnderTest = { sources: SourceStore; remove(): Promise<void> }

/** What every store of agenda sources must do; it is opened with the events `bos` and `other`. */
export function sourceStoreContract(name: string, open: () => Promise<SourcesUnderTest>): void {
  const source = (event: string, facts: Partial<KeptSource> = {}): KeptSource => ({
    event,
    url: 'https://example.org/agenda.ics',
    everyMinutes: 30,
    checkedAt: null,
    nextAt: 1000,
    said: null,
    failures: 0,
    validators: { etag: '"v1"', lastModified: null },
    digest: null,
    reading: null,
    ...facts,
  })

  describe(`agenda sources in ${name}`, () => {
    let parts: SourcesUnderTest
    beforeEach(async () => {
      parts = await open()
    })
    afterEach(() => parts.remove())

    test('are kept as they are, one for each event', async () => {
      await parts.sources.save(source('bos'))
      const reading = { columns: { title: 'Thema', room: '' }, dayOrder: 'month first' } as const
      const later = source('bos', {
        reading,
        checkedAt: 5,
        said: 'Nothing new.',
        failures: 2,
        digest: 'x',
        everyMinutes: null,
      })
      await parts.sources.save(later)
      expect(await parts.sources.find('bos')).toEqual(later)
      expect(await parts.sources.find('other')).toBeUndefined()
    })

    test('are due when their time has come, unless nobody wants them to be looked at', async () => {
      await parts.sources.save(source('bos'))
      await parts.sources.save(source('other', { nextAt: 500 }))
      expect(await parts.sources.due(499)).toEqual([])
      expect((await parts.sources.due(1000)).map(({ event }) => event)).toEqual(['other', 'bos'])
      await parts.sources.save(source('other', { nextAt: 500, everyMinutes: null }))
      expect((await parts.sources.due(1000)).map(({ event }) => event)).toEqual(['bos'])
    })

    test('are forgotten once', async () => {
      await parts.sources.save(source('bos'))
      expect(await parts.sources.remove('bos')).toBe(true)
      expect(await parts.sources.remove('bos')).toBe(false)
      expect(await parts.sources.find('bos')).toBeUndefined()
    })
  })
}
