import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RevisionIndex } from '../revision-index.ts'

/** What every index of revisions must do. `open` gives one with the pad `edge`, whose revisions 1 to 3 ada, grace and ada made at 10, 20, 30. */
export function revisionIndexContract(open: () => Promise<{ index: RevisionIndex; remove(): Promise<void> }>): void {
  let index: RevisionIndex
  let remove: () => Promise<void>
  beforeEach(async () => {
    ;({ index, remove } = await open())
  })
  afterEach(() => remove())

  it('lists who made which revision when', async () => {
    expect(await index.list('edge', 0, 2)).toEqual([
      { revision: 1, at: 10, person: 'ada' },
      { revision: 2, at: 20, person: 'grace' },
    ])
    expect(await index.list('edge', 2, 9)).toEqual([{ revision: 3, at: 30, person: 'ada' }])
    expect(await index.list('nowhere', 0, 9)).toEqual([])
  })

  it('keeps one label for each revision that there is, and no more than it may', async () => {
    const saved = (revision: number, label: string) => ({ revision, label, person: 'ada', at: 40 })
    expect(await index.save('edge', saved(3, 'end'), 2)).toBe(true)
    expect(await index.save('edge', saved(1, 'start'), 2)).toBe(true)
    expect(await index.save('edge', saved(2, 'too many'), 2)).toBe(false)
    expect(await index.save('edge', saved(3, 'the end'), 2)).toBe(true)
    for (const revision of [0, 4]) expect(await index.save('edge', saved(revision, ''), 9)).toBe(false)
    expect(await index.save('nowhere', saved(1, ''), 9)).toBe(false)
    expect(await index.saved('edge')).toEqual([saved(1, 'start'), saved(3, 'the end')])
    await index.forgetSaved('edge', 1)
    expect(await index.saved('edge')).toEqual([saved(3, 'the end')])
    expect(await index.saved('nowhere')).toEqual([])
  })
}
