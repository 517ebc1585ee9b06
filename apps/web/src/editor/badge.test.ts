import { CLOSE } from '@forumpad/api'
import { describe, expect, it } from 'vitest'
import { ENGLISH } from '../languages/words.ts'
import { type Badge, badgeWords, refusedWords } from './badge.ts'

const says = (badge: Badge) => badgeWords(badge, () => '15:40', ENGLISH.say).full
const short = (badge: Badge) => badgeWords(badge, () => '15:40', ENGLISH.say).short

describe('badge', () => {
  it('says saved, and since when', () => {
    expect(short({ is: 'saved', at: 1 })).toBe('Saved')
    expect(says({ is: 'saved', at: 1 })).toBe('All text is on the server’s disk. Your last change: 15:40.')
  })

  it('counts what is kept while offline', () => {
    expect(says({ is: 'offline', changes: 1, copy: 'kept' })).toBe('Offline. 1 change is kept on this device.')
    expect(says({ is: 'offline', changes: 3, copy: 'kept' })).toBe('Offline. 3 changes are kept on this device.')
    expect(short({ is: 'offline', changes: 3, copy: 'kept' })).toBe('Offline. 3 changes kept')
  })

  it('does not claim a copy that this browser cannot keep', () => {
    expect(short({ is: 'offline', changes: 3, copy: 'impossible' })).toBe('Offline. Not kept')
    expect(says({ is: 'offline', changes: 3, copy: 'impossible' })).toContain('cannot keep a copy on this device')
    expect(says({ is: 'offline', changes: 2, copy: 'opening' })).not.toContain('kept on this device')
  })

  it('names a store that fails', () => {
    expect(short({ is: 'not-saved', since: 0 })).toBe('Not saved')
    expect(says({ is: 'not-saved', since: 0 })).toContain('since 15:40')
  })

  it('tells of a frozen pad, since when, and what of one’s own is not stored yet', () => {
    expect(short({ is: 'frozen', since: 1, changes: 0 })).toBe('Frozen')
    expect(says({ is: 'frozen', since: 1, changes: 0 })).toBe(
      'This pad is frozen since 15:40. Ask the moderator to reopen it.',
    )
    expect(says({ is: 'frozen', since: null, changes: 0 })).toBe('This pad is frozen. Ask the moderator to reopen it.')
    expect(says({ is: 'frozen', since: 1, changes: 2 })).toContain('2 changes are not on the server’s disk yet.')
  })

  it('tells a reader what they may do and whom to ask, and what of their own is not stored yet', () => {
    expect(short({ is: 'read-only', changes: 0 })).toBe('Reading only')
    expect(says({ is: 'read-only', changes: 0 })).toBe(
      'You may read this pad, not write in it. Ask the moderator for a link that lets you write.',
    )
    expect(says({ is: 'read-only', changes: 1 })).toContain('1 change is not on the server’s disk yet.')
  })

  it('has a sentence with a way out for every refusal', () => {
    const sentences = [CLOSE.malformed, CLOSE.notSignedIn, CLOSE.notAllowed, CLOSE.noSuchPad, CLOSE.tooLarge].map(
      refusedWords,
    )
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})
