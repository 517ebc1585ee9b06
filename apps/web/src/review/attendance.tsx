import type { Attendee } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { MOST_NAMED, withAffiliation } from './minutes-facts.tsx'

/** Who was in the room, by their own word, where they are too many for the head of the page. */
export function Attendance({ attendees }: { attendees: readonly Attendee[] }) {
  const { say } = useWords()
  if (attendees.length <= MOST_NAMED) return null
  return (
    <section className="minutes-attendance" aria-labelledby="attendance">
      <h2 id="attendance">{say('Present')}</h2>
      <ul>
        {attendees.map(({ person, affiliation }) => (
          <li key={person.id}>
            <bdi>{withAffiliation(person.name, affiliation)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
