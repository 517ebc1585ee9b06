import { type BoardRoom, type BoardSession, type NowData, roomPath } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { clock, dayName, wallTime } from '../ui/event-times.ts'
import styles from './board.module.css'
import { fromWords, untilWords } from './board-time.ts'
import { useBoard } from './use-board.ts'

/** What is on now and next in every room, large enough for a screen on a wall. */
export function NowBoard({ data: { board: first, ask, rooms } }: { data: NowData }) {
  const words = useWords()
  const { say } = words
  const board = useBoard(first, ask)
  const { event, at } = board
  const zone = event.timeZone
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title} dir="auto">
          {event.title}
        </h1>
        <p className={styles.clock}>
          <time dateTime={at}>
            {dayName(wallTime(at, zone).date, words)} {clock(at, zone)}
          </time>
        </p>
        <Filters action={`/e/${encodeURIComponent(event.slug)}/now`} rooms={rooms} tracks={board.tracks} ask={ask} />
      </div>
      {board.rooms.length === 0 ? (
        <p className={styles.nothing}>{say('Nothing is on, and nothing begins within the next hours.')}</p>
      ) : (
        <ul className={styles.rooms} aria-live="polite">
          {board.rooms.map((room) => (
            <li key={room.room} className={styles.room}>
              <Room room={room} event={event.slug} zone={zone} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Room({ room: { room, now, next }, event, zone }: { room: BoardRoom; event: string; zone: string }) {
  const { say } = useWords()
  return (
    <>
      <h2 className={styles.name}>
        <a href={roomPath(event, room)} dir="auto">
          {room}
        </a>
      </h2>
      {now.map((session) => (
        <Now key={session.id} session={session} zone={zone} />
      ))}
      {now.length === 0 && <p className={styles.free}>{say('Nothing now')}</p>}
      {next !== null && (
        <p className={styles.next}>
          <span className={styles.when}>{fromWords(next, zone, say)}</span>{' '}
          <a href={`/p/${encodeURIComponent(next.pad)}`} dir="auto">
            {next.title}
          </a>
        </p>
      )}
    </>
  )
}

function Now({ session, zone }: { session: BoardSession; zone: string }) {
  const { say } = useWords()
  return (
    <div className={styles.now}>
      <p className={styles.session}>
        <a href={`/p/${encodeURIComponent(session.pad)}`} dir="auto">
          {session.title}
        </a>
      </p>
      {session.topic !== null && (
        <p className={styles.topic} dir="auto">
          {say('Now: {topic}', { topic: session.topic })}
        </p>
      )}
      <p className={styles.until}>{untilWords(session, zone, say)}</p>
    </div>
  )
}

type FilterProps = { action: string; rooms: readonly string[]; tracks: readonly string[]; ask: NowData['ask'] }

/** A form like any other: what is chosen stands in the address, so that a screen can be set up with it. */
function Filters({ action, rooms, tracks, ask }: FilterProps) {
  const { say } = useWords()
  return (
    <form className={styles.filters} action={action} method="get">
      {ask.at !== null && <input type="hidden" name="at" value={ask.at} />}
      {rooms.length > 1 && (
        <Choice name="room" label={say('Room')} all={say('All rooms')} values={rooms} chosen={ask.room} />
      )}
      {tracks.length > 1 && (
        <Choice name="track" label={say('Track')} all={say('All tracks')} values={tracks} chosen={ask.track} />
      )}
      {rooms.length + tracks.length > 2 && <Button type="submit">{say('Show')}</Button>}
    </form>
  )
}

type ChoiceProps = { name: string; label: string; all: string; values: readonly string[]; chosen: string }

function Choice({ name, label, all, values, chosen }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select name={name} defaultValue={chosen}>
        <option value="">{all}</option>
        {values.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  )
}
