import type { PageData } from '@forumpad/api'

const me = { id: 'me', name: 'Ana Castro', hue: 3 }
const base = { me, now: '2017-05-10T18:50:00Z', theme: 'auto' as const, language: 'en' as const }
const event = { slug: 'bos', title: 'Forum Boston', timeZone: 'America/New_York' }

/** Words that would like to be markup. */
export const hostile = '<img src=x onerror=alert(1)> & "co"'

/** The outcomes of an event and its report, as the server hands them to the pages. */
export const recordPages = {
  outcomes: {
    ...{ ...base, page: 'outcomes', event, pad: null, filter: { tag: hostile }, by: 'session', from: 0, total: 1 },
    counts: { action: 1, decision: 0, question: 0, hashtag: 0, link: 0 },
    choices: { people: ['Ana'], tags: [hostile], days: ['2017-05-10'], tracks: [], series: [] },
    pads: [{ name: 'nfv', title: hostile, start: base.now, end: null, room: 'Hynes 102', track: null, mayTick: true }],
    outcomes: [
      {
        ...{ kind: 'action', pad: 'nfv', line: '1-2', name: 'line-1-2-ask', text: hostile, people: ['Ana'] },
        ...{ due: '2017-05-01', tags: ['nfv'], url: null, done: false, box: true },
      },
    ],
    sharedLinks: [
      { url: 'https://example.org/', title: hostile, places: [{ pad: 'nfv', title: 'NFV', line: 'line-1-3' }] },
    ],
  },
  report: {
    ...{ ...base, page: 'report', event, mayManage: true, sessions: 2, words: 1200, closedPads: 1, outcomeCount: 0 },
    contributors: [{ person: { ...me, name: hostile }, share: 0.62, pads: 2 }],
    contributorCount: 1,
    emptyPads: [{ title: hostile, start: null, end: null, room: 'Hynes 101', pad: 'helm' }],
    ...{ pads: [], outcomes: [], sharedLinks: [] },
  },
} satisfies Partial<Record<PageData['page'], PageData>>
