import type { BoardSession, RoomSignData } from '@forumpad/api'
import type { ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { clock } from '../ui/event-times.ts'
import { fromWords, untilWords } from './board-time.ts'
import styles from './room-sign.module.css'
import { useBoard } from './use-board.ts'

type Props = { data: RoomSignData; code: ReactNode }

/** The sign at a room's door, readable from ten metres: what is on, until when, what comes next, and the way to the notes. */
export function RoomSign({ data, code }: Props) {
  const { say } = useWords()
  const { event, rooms, at } = useBoard(data.board, { at: data.at, room: data.room.room })
  const { room, now, next } = rooms[0] ?? { ...data.room, now: [], next: null }
  const zone = event.timeZone
  const short = (now.at(-1) ?? next)?.code
  return (
    <main className={styles.sign}>
      <header className={styles.head}>
        <h1 className={styles.room} dir="auto">
          {room}
        </h1>
        <p className={styles.clock}>
          <time dateTime={at}>{clock(at, zone)}</time>
        </p>
      </header>
      <div className={styles.now} aria-live="polite">
        {now.map((session) => (
          <Now key={session.id} session={session} zone={zone} />
        ))}
        {now.length === 0 && (
          <p className={styles.free}>{next === null ? say('Nothing more in this room') : say('Nothing now')}</p>
        )}
      </div>
      <footer className={styles.foot}>
        <div className={styles.next}>
          {next !== null && (
            <>
              <h2 className={styles.label}>{say('Next‖session')}</h2>
              <p className={styles.nextTitle}>
                <span className={styles.from}>{fromWords(next, zone, say)}</span> <bdi>{next.title}</bdi>
              </p>
            </>
          )}
          <p className={styles.event}>
            <a href={`/e/${encodeURIComponent(event.slug)}`} dir="auto">
              {event.title}
            </a>
          </p>
        </div>
        <a className={styles.code} href={`${data.url}`}>
          {code}
          <span>{say('Notes of what is on now')}</span>
          {short && <span className={styles.short}>{`/s/${short}`}</span>}
        </a>
      </footer>
    </main>
  )
}

function Now({ session, zone }: { session: BoardSession; zone: string }) {
  const { say } = useWords()
  const { title, people, topic } = session
  return (
    <section className={styles.session}>
      <h2 className={styles.title} dir="auto">
        {title}
      </h2>
      {topic !== null && (
        <p className={styles.topic} dir="auto">
          {say('Now: {topic}', { topic })}
        </p>
      )}
      <p className={styles.until}>{untilWords(session, zone, say)}</p>
      {people.length > 0 && (
        <p className={styles.people} dir="auto">
          {people.join(', ')}
        </p>
      )}
    </section>
  )
}
