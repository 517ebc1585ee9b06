import type { BoardSession, PageData } from '@forumpad/api'
import { at } from '../../agenda/testing/a-session.ts'

const me = { id: 'me', name: 'Ana Castro', hue: 3 }
const base = { me, now: '2017-05-10T18:50:00Z', theme: 'auto' as const, language: 'en' as const }
const event = { slug: 'bos', title: 'Forum Boston', timeZone: 'America/New_York' }
export const hostile = '<img src=x onerror=alert(1)> & "co"'

const onBoard = (facts: Partial<BoardSession>): BoardSession => ({
  ...{ id: 'x', title: 'Fog', start: base.now, end: null, room: 'Hynes 102', track: null, people: ['Ana'], pad: 'fog' },
  ...{ code: 'ACDEF', topic: null, lateMinutes: 0 },
  ...facts,
})

/** What is on now, signs, a series and one's own agenda, as the server hands them to the pages. */
export const eventPages = {
  now: {
    ...base,
    page: 'now',
    board: {
      event,
      at: base.now,
      tracks: ['A', 'B'],
      rooms: [
        {
          room: 'Hynes 102',
          now: [onBoard({ title: hostile, topic: hostile, lateMinutes: 10 })],
          next: onBoard({ title: 'Helm' }),
        },
        { room: 'Hynes 9', now: [], next: onBoard({}) },
      ],
    },
    ask: { at: null, room: '', track: '' },
    rooms: ['Hynes 9', 'Hynes 102'],
  },
  'room-sign': {
    ...base,
    page: 'room-sign',
    board: {
      event,
      at: base.now,
      tracks: [],
      rooms: [{ room: hostile, now: [onBoard({ title: 'Helm' })], next: null }],
    },
    room: { room: hostile, now: [], next: null },
    at: null,
    url: 'http://x/e/bos/rooms/a/pad',
  },
  series: {
    ...{ ...base, page: 'series', event, series: 'nfv', title: hostile, current: 'nfv-2', last: 'nfv-1' },
    url: 'http://x/e/bos/series/nfv/now',
    occurrences: [
      {
        ...at('14:40', '15:20', 'Hynes 102', { title: hostile, pad: 'nfv-1', series: 'nfv' }),
        ...{ isFrozen: true, counts: { actions: 2, open: 1, decisions: 1 } },
      },
      {
        ...at('15:40', '16:20', 'Hynes 102', { title: hostile, pad: 'nfv-2', series: 'nfv' }),
        ...{ isFrozen: false, counts: null },
      },
    ],
    ...{ pads: [], outcomes: [], sharedLinks: [] },
  },
  moderation: {
    ...{
      ...base,
      page: 'moderation',
      event,
      isLocked: false,
      next: '7.1.nfv',
      only: { ...me, name: hostile },
      undone: { pads: 2, frozen: 1 },
      holdsLinks: true,
    },
    heldLinks: [{ href: `https://example.org/${hostile}`, pad: 'nfv', title: hostile, person: me, at: base.now }],
    changes: [
      {
        ...{ pad: 'nfv', title: hostile, person: { ...me, name: hostile }, from: 3, to: 9, at: base.now },
        ...{ came: 12, went: 0 },
      },
    ],
    blocked: [{ person: { ...me, id: 'eve', name: 'Eve' }, at: base.now }],
  },
  templates: {
    ...{ ...base, page: 'templates', event, type: hostile, markdown: hostile, isKept: true, kept: [hostile] },
    types: [{ type: 'BoF', sessions: 3 }],
    variables: [{ name: 'title', gives: 'the title of the session' }],
    ...{ unknown: ['{foo}'], preview: null, unopened: 1, said: 'saved', problem: hostile },
  },
  'my-agenda': {
    ...base,
    page: 'my-agenda',
    event,
    sessions: [
      at('14:40', '15:20', 'Hynes 102', { id: 'nfv', title: 'NFV', pad: 'nfv' }),
      at('15:00', '16:00', 'Hynes 101', { id: 'helm', title: hostile, pad: 'helm' }),
    ],
    codes: { nfv: 'ACDEF', helm: 'ACDEG' },
    shared: ['nfv', 'helm'],
  },
  'side-by-side': {
    ...base,
    page: 'side-by-side',
    event,
    pads: [
      { title: hostile, start: base.now, end: null, room: 'Hynes 102', pad: 'nfv' },
      { title: 'Helm', start: base.now, end: null, room: null, pad: 'helm' },
    ],
  },
} satisfies Partial<Record<PageData['page'], PageData>>
