import type { PadAccess, Role } from '@forumpad/api'
import { describe, expect, it } from 'vitest'
import { roleInEvent, roleOf } from './role-of.ts'
import type { Grant, PadPlace } from './role-store.ts'

const TELECOM: PadPlace = {
  pad: 'telecom',
  event: 'boston',
  track: 'Forum',
  access: null,
  eventAccess: null,
  lock: null,
}

const forPad = (role: Role, pad = 'telecom'): Grant => ({ scope: { is: 'pad', pad }, role })
const forEvent = (role: Role, event = 'boston'): Grant => ({ scope: { is: 'event', event }, role })
const forTrack = (role: Role, track = 'Forum', event = 'boston'): Grant => ({
  scope: { is: 'track', event, track },
  role,
})

describe('Without a link', () => {
  it.each<[PadAccess | null, PadAccess | null, Role | null]>([
    [null, null, 'editor'],
    ['open', null, 'editor'],
    ['by-link', null, 'reader'],
    ['closed', null, null],
    [null, 'by-link', 'reader'],
    [null, 'closed', null],
    ['open', 'closed', 'editor'],
    ['closed', 'open', null],
    ['by-link', 'closed', 'reader'],
  ])('a pad that is %s in an event that is %s makes everybody %s', (access, eventAccess, role) => {
    expect(roleOf({ isOrganiser: false, grants: [], place: { ...TELECOM, access, eventAccess } })).toBe(role)
  })
})

describe('A lock', () => {
  const locked = { ...TELECOM, lock: 'event' } as const
  it('makes readers of all who hold no link, and closes and opens nothing', () => {
    const without = (access: PadAccess | null) =>
      roleOf({ isOrganiser: false, grants: [], place: { ...locked, access } })
    expect([without(null), without('open'), without('by-link'), without('closed')]).toEqual([
      'reader',
      'reader',
      'reader',
      null,
    ])
  })

  it('takes nothing from those with a link, and gives nothing to those who only read', () => {
    const holding = (role: Role) => roleOf({ isOrganiser: false, grants: [forPad(role)], place: locked })
    expect([holding('reader'), holding('editor'), holding('moderator')]).toEqual(['reader', 'editor', 'moderator'])
    expect(roleOf({ isOrganiser: true, grants: [], place: locked })).toBe('organiser')
  })
})

describe('Links', () => {
  it.each<[string, Grant[], PadAccess, Role | null]>([
    ['one of the pad', [forPad('editor')], 'closed', 'editor'],
    ['one of another pad', [forPad('editor', 'edge')], 'closed', null],
    ['one of the event', [forEvent('reader')], 'closed', 'reader'],
    ['one of another event', [forEvent('organiser', 'denver')], 'closed', null],
    ['one of the track', [forTrack('editor')], 'by-link', 'editor'],
    ['one of another track', [forTrack('editor', 'Keynotes')], 'by-link', 'reader'],
    ['one of a track of that name elsewhere', [forTrack('editor', 'Forum', 'denver')], 'by-link', 'reader'],
    ['several: the best counts', [forPad('reader'), forEvent('moderator'), forTrack('editor')], 'closed', 'moderator'],
    ['a lesser one than everybody has takes nothing away', [forPad('reader')], 'open', 'editor'],
    ['one that makes an organiser', [forEvent('organiser')], 'open', 'organiser'],
  ])('%s', (_, grants, access, role) => {
    expect(roleOf({ isOrganiser: false, grants, place: { ...TELECOM, access } })).toBe(role)
  })

  it('of an event or a track say nothing about a free-standing pad', () => {
    const place: PadPlace = {
      pad: 'telecom',
      event: null,
      track: null,
      access: 'closed',
      eventAccess: null,
      lock: null,
    }
    expect(roleOf({ isOrganiser: false, grants: [forEvent('organiser'), forTrack('editor')], place })).toBeNull()
  })
})

it('The organiser key opens everything', () => {
  expect(roleOf({ isOrganiser: true, grants: [], place: { ...TELECOM, access: 'closed' } })).toBe('organiser')
  expect(roleInEvent({ isOrganiser: true, grants: [] }, 'boston')).toBe('organiser')
})

it('In a whole event only its own links count', () => {
  const grants = [forEvent('moderator'), forEvent('reader'), forTrack('organiser'), forPad('moderator')]
  expect(roleInEvent({ isOrganiser: false, grants }, 'boston')).toBe('moderator')
  expect(roleInEvent({ isOrganiser: false, grants }, 'denver')).toBeNull()
})
