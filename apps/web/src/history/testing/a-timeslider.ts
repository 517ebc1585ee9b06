import type { PageData, Person, Theme } from '@forumpad/api'

/** The page of a short history. `words` stand wherever people may write. */
export function aTimeslider(base: { me: Person; now: string; language: 'en'; theme: Theme }, words: string): PageData {
  const { me, now } = base
  const somebody = { ...me, name: words }
  return {
    ...base,
    page: 'timeslider',
    pad: {
      name: 'nfv',
      title: words,
      url: 'http://x/p/nfv',
      revision: 2,
      words: 2,
      createdAt: now,
      changedAt: null,
      frozenAt: null,
    },
    facts: null,
    stretch: {
      newest: 2,
      people: [somebody],
      first: { number: 2, at: now, by: 0, blocks: [{ id: '1-0', html: '<p>As it was</p>', wrote: [[0, 9]] }] },
      steps: [],
    },
    marks: [
      { is: 'writing', revision: 1, to: 2, at: now, until: now, people: 1 },
      { is: 'joined', revision: 1, at: now, person: somebody },
      { is: 'saved', revision: 2, at: now, person: me, label: words },
    ],
    role: 'editor',
  }
}
