import type { MinutesVersion, Pad, PageData } from '@forumpad/api'
import { at } from '../../agenda/testing/a-session.ts'
import { hostile } from '../../outcomes/testing/record-pages.ts'

const me = { id: 'me', name: 'Ana Castro', hue: 3 }
const base = { me, now: '2017-05-10T18:50:00Z', theme: 'auto' as const, language: 'en' as const }
const event = { slug: 'bos', title: 'Forum Boston', timeZone: 'America/New_York' }

const pad: Pad = {
  ...{ name: 'nfv', title: 'Telecom/NFV', url: 'http://x/p/nfv', revision: 3, words: 2 },
  ...{ createdAt: base.now, changedAt: null, frozenAt: null },
}

const version: MinutesVersion = {
  number: 1,
  revision: 3,
  at: base.now,
  by: hostile,
  checksums: { md: 'a1', txt: 'b2', json: 'c3' },
  redactions: [{ at: base.now, before: { md: 'd4', txt: 'e5', json: 'f6' } }],
}

/** The minutes of a pad, a version of them, and the mail about them, as the server hands them to the pages. */
export const minutesPages = {
  review: {
    ...base,
    page: 'review',
    pad,
    facts: {
      event,
      session: at('14:40', '15:20', 'Hynes 102', { title: hostile, people: [hostile] }).session,
      previous: null,
      next: null,
      clashes: [],
    },
    state: { is: 'review', freezesAt: '2017-05-11T18:50:00Z' },
    attendees: [{ person: me, affiliation: 'Bell Labs', at: 0 }],
    marked: [
      {
        is: 'action',
        words: `Ben to ask ${hostile}`,
        people: ['Ben'],
        due: '2017-06-01',
        isDone: false,
        line: 'line-1-2',
      },
      { is: 'decision', words: 'We meet again', people: [], due: null, isDone: false, line: 'line-1-9' },
    ],
    contributors: [{ person: { ...me, name: hostile }, share: 0.62 }],
    lostComments: [
      {
        quote: hostile,
        settledBy: hostile,
        entries: [{ person: { ...me, name: hostile }, at: base.now, text: hostile }],
      },
    ],
    html: '<p id="line-1-2">Goals of today</p>',
    versions: [{ ...version, number: 2 }, version],
    redactions: [{ id: 1, revision: 3, at: base.now, by: hostile, characters: 12, reason: hostile }],
    role: 'moderator',
  },
  version: {
    ...base,
    page: 'version',
    pad,
    title: hostile,
    session: { ...at('14:40', '15:20', 'Hynes 102', { title: hostile }).session, timeZone: 'America/New_York' },
    version,
    newest: 2,
    marked: [],
    contributors: [{ person: me, share: 1 }],
    attendees: [],
    html: '<p id="line-1-2">Goals of today</p>',
  },
  'summary-mail': {
    ...base,
    page: 'summary-mail',
    pad,
    facts: null,
    mail: { subject: hostile, text: hostile, html: '<h2>Telecom/NFV</h2>' },
  },
} satisfies Partial<Record<PageData['page'], PageData>>
