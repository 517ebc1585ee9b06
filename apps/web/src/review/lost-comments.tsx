import type { CommentThread } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { clock, dayName, wallTime } from '../ui/event-times.ts'

/** What was said about words that are not in the text any more. */
export function LostComments({ threads, zone }: { threads: readonly CommentThread[]; zone: string }) {
  const words = useWords()
  const { say } = words
  if (threads.length === 0) return null
  return (
    <section className="minutes-lost" aria-labelledby="lost-comments">
      <h2 id="lost-comments">{say('Comments on words that are gone')}</h2>
      <ul>
        {threads.map(({ quote, settledBy, entries }) => (
          <li key={entries[0]?.at ?? quote}>
            <q dir="auto">{quote}</q>
            {entries.map(({ person, at, text }) => (
              <p key={at + person.id}>
                <bdi data-hue={person.hue}>{person.name}</bdi>{' '}
                <time dateTime={at}>
                  {dayName(wallTime(at, zone).date, words)} {clock(at, zone)}
                </time>{' '}
                <bdi>{text ?? say('Deleted')}</bdi>
              </p>
            ))}
            {settledBy !== null && (
              <p className="minutes-soft">{words.weave('Settled by {name}', { name: <bdi>{settledBy}</bdi> })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
