import type { SearchHit, SearchPassage } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { timeAgo } from '../ui/event-times.ts'
import { EventTime } from '../ui/time.tsx'
import { useNow } from '../ui/use-now.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './search-hits.module.css'

/** The pads that were found, each with the places where. */
export function SearchHits({ pads }: { pads: readonly SearchHit[] }) {
  const { say } = useWords()
  return (
    <ol className={styles.hits}>
      {pads.map((hit) => (
        <li key={hit.pad} className={styles.hit}>
          <h3 className={styles.title} dir="auto">
            <a href={addressOf(hit.pad)}>
              <MarkedText text={hit.title} found={hit.titleFound} />
            </a>
          </h3>
          <HitFacts hit={hit} />
          {hit.passages.length > 0 && (
            <ul className={styles.passages}>
              {hit.passages.map((passage) => (
                <li key={keyOf(passage)}>
                  <PassageLink pad={hit.pad} passage={passage} />
                </li>
              ))}
            </ul>
          )}
          {hit.moreLines > 0 && (
            <p className={styles.facts}>
              {say('{count, plural, one {And # more line} other {And # more lines}}', { count: hit.moreLines })}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function HitFacts({ hit: { session, changedAt } }: { hit: SearchHit }) {
  const words = useWords()
  const now = useNow()
  if (session === null)
    return changedAt === null ? null : (
      <p className={styles.facts}>{words.say('Changed {when}', { when: timeAgo(changedAt, now, 'UTC', words) })}</p>
    )
  return (
    <p className={styles.facts}>
      <span dir="auto">{session.event.title}</span>
      {session.start !== null && (
        <EventTime start={session.start} end={session.end} zone={session.event.timeZone} day />
      )}
      {session.room !== null && <span dir="auto">{session.room}</span>}
    </p>
  )
}

function PassageLink({ pad, passage }: { pad: string; passage: SearchPassage }) {
  const { say } = useWords()
  const words = <MarkedText text={passage.text} found={passage.found} />
  if (passage.in === 'notes') {
    return (
      <a className={styles.passage} href={`${addressOf(pad)}#${passage.line}`} dir="auto">
        {words}
      </a>
    )
  }
  return (
    <a className={styles.passage} href={addressOf(pad)} dir="auto">
      <span className={styles.where}>
        {passage.in === 'chat'
          ? say('In the chat, {name}:', { name: passage.by })
          : say('In a comment, {name}:', { name: passage.by })}{' '}
      </span>
      {words}
    </a>
  )
}

function keyOf(passage: SearchPassage): string {
  if (passage.in === 'notes') return passage.line + passage.text
  return passage.in === 'chat' ? `chat ${passage.message}` : `comment ${passage.comment}`
}

const addressOf = (pad: string): string => `/p/${encodeURIComponent(pad)}`
