import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Beginnings } from '../session-templates.ts'
import type { TemplateStore } from '../template-store.ts'

export type TemplatesUnderTest = {
  templates: TemplateStore
  /** What a pad begins with, as it is kept. */
  beginningOf(pad: string): Promise<string | null>
  remove(): Promise<void>
}

/** What a session is called and by which template it goes, so that it can be seen which were asked. */
const beginnings: Beginnings = (templates) => {
  const words = templates.map(({ type, markdown }) => `${type ?? 'all'}: ${markdown}`).join(', ')
  return ({ title }) => `${title} of ${words}`
}

/**
 * What every store of templates must do. It is opened with the event `bos` and its pads `fog`, which nobody has opened, `nfv`, in which
 * somebody wrote, and `blank`, which was made to begin empty; and with the event `other` and its pad `far`, which nobody has opened.
 */
export function templateStoreContract(name: string, open: () => Promise<TemplatesUnderTest>): void {
  describe(`templates in ${name}`, () => {
    let store: TemplatesUnderTest
    let templates: TemplateStore
    beforeEach(async () => {
      store = await open()
      templates = store.templates
    })
    afterEach(() => store.remove())

    const kept = (type: string | null, markdown: string, changedAt = 5) => ({ type, markdown, changedAt })

    test('are kept by type, in whatever case it is written, that of the event first', async () => {
      expect(await templates.ofEvent('bos')).toEqual([])
      await templates.save('bos', kept('BoF', 'Talk'), beginnings)
      await templates.save('bos', kept(null, ''), beginnings)
      await templates.save('bos', kept('bof ', 'Talk more', 6), beginnings)
      expect(await templates.ofEvent('bos')).toEqual([kept(null, ''), kept('bof ', 'Talk more', 6)])
      expect(await templates.ofEvent('other')).toEqual([])
    })

    test('are what pads begin with that nobody has opened, and no others', async () => {
      const before = await store.beginningOf('nfv')
      await templates.save('bos', kept('BoF', 'Talk'), beginnings)
      expect(await store.beginningOf('fog')).toBe('fog of BoF: Talk')
      expect(await store.beginningOf('nfv')).toBe(before)
      expect(await store.beginningOf('blank')).toBeNull()
      expect(await store.beginningOf('far')).toBe('far, as it was')
      await templates.save('bos', kept(null, 'Hello'), beginnings)
      expect(await store.beginningOf('fog')).toBe('fog of all: Hello, BoF: Talk')
    })

    test('are forgotten once, and pads begin without them', async () => {
      await templates.save('bos', kept('BoF', 'Talk'), beginnings)
      expect(await templates.remove('bos', 'BOF', beginnings)).toBe(true)
      expect(await templates.remove('bos', 'BoF', beginnings)).toBe(false)
      expect(await templates.remove('bos', null, beginnings)).toBe(false)
      expect(await store.beginningOf('fog')).toBe('fog of ')
      expect(await templates.ofEvent('bos')).toEqual([])
    })

    test('know which pads follow them', async () => {
      expect(await templates.unopened('bos')).toEqual(new Set(['fog']))
    })
  })
}
