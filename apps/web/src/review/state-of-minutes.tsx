import type { ReviewData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './links.ts'
import { longTime } from './long-time.ts'

/** How final the minutes are, in a sentence or two. */
export function StateOfMinutes({ data: { pad, state, facts, versions } }: { data: ReviewData }) {
  const words = useWords()
  const { say, weave } = words
  const zone = facts?.event.timeZone ?? 'UTC'
  const newest = versions[0]
  const version = newest && (
    <a href={padHref(pad.name, `/versions/${newest.number}`)}>{say('version {number}', { number: newest.number })}</a>
  )
  switch (state.is) {
    case 'draft':
      return facts === null
        ? say('Draft: whoever may write can change it.')
        : say('Draft: the session is not over yet.')
    case 'review':
      return (
        <>
          {state.freezesAt === null
            ? say('In review: open for corrections.')
            : say('In review: open for corrections, and frozen by itself {when}.', {
                when: longTime(state.freezesAt, zone, words),
              })}
          {version && <> {weave('Frozen before as {version}.', { version })}</>}
        </>
      )
    case 'frozen': {
      const when = longTime(state.since, zone, words)
      return version && newest.revision === pad.revision
        ? weave('Frozen since {when} as {version}.', { when, version })
        : say('Frozen since {when}.', { when })
    }
  }
}
