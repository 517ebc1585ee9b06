import type { Attendee, Pad, Session } from '@forumpad/api'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './links.ts'
import { longRange } from './long-time.ts'

/** So many are named at once; more stand at the end of the page. */
export const MOST_NAMED = 20

/** What stands in the facts of minutes about their session. */
export type SessionInMinutes = Pick<Session, 'start' | 'end' | 'sampleTime' | 'room' | 'track' | 'people' | 'url'> & {
  timeZone: string
}

type Props = {
  session: SessionInMinutes | null
  /** The title of the event, and where it stands in its agenda. */
  event: string | null
  agenda: string | null
  pad: Pad
  attendees: readonly Attendee[]
  /** How final they are, in a sentence. */
  children: ReactNode
}

/** When, where, who: as a list of facts. */
export function MinutesFacts({ session, event, agenda, pad, attendees, children }: Props) {
  const words = useWords()
  const { say } = words
  return (
    <dl className="minutes-facts">
      {session?.start != null && (
        <Fact name={say('When')}>
          <time dateTime={session.start}>{longRange(session.start, session.end, session.timeZone, words)}</time>
          {session.sampleTime && ` ${say('(sample time)')}`}
        </Fact>
      )}
      {session?.room != null && (
        <Fact name={say('Where')}>
          <bdi>{session.room}</bdi>
        </Fact>
      )}
      {session !== null && event !== null && (
        <Fact name={say('Agenda')}>
          {agenda === null ? (
            <bdi>{event}</bdi>
          ) : (
            <a href={agenda} dir="auto">
              {event}
            </a>
          )}
          {session.track !== null && (
            <>
              {' · '}
              <bdi>{session.track}</bdi>
            </>
          )}
          {session.url !== null && (
            <>
              {' · '}
              <a href={session.url} rel="noopener noreferrer">
                {say('source')}
              </a>
            </>
          )}
        </Fact>
      )}
      {session !== null && session.people.length > 0 && <Fact name={say('With')}>{namesOf(session.people)}</Fact>}
      {attendees.length > 0 && (
        <Fact name={say('Present')}>
          {attendees.length <= MOST_NAMED ? (
            namesOf(attendees.map(({ person, affiliation }) => withAffiliation(person.name, affiliation)))
          ) : (
            <a href="#attendance">
              {say('{count, plural, other {# people, named at the end}}', { count: attendees.length })}
            </a>
          )}
        </Fact>
      )}
      <Fact name={say('Notes')}>
        <a href={padHref(pad.name)}>{pad.url}</a>
      </Fact>
      <Fact name={say('State')}>{children}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** `Ada (Bell Labs)` */
export function withAffiliation(name: string, affiliation: string): string {
  return affiliation === '' ? name : `${name} (${affiliation})`
}

/** Names in a row, each with a direction of its own. */
function namesOf(names: readonly string[]): ReactNode {
  return names.map((name, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and nothing here ever moves
    <Fragment key={index}>
      {index > 0 && ', '}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}
