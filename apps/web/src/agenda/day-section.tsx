import { useMemo } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { clockOf, dayName } from '../ui/event-times.ts'
import { NOT_ROOMS } from './column-names.ts'
import styles from './day-section.module.css'
import { isOn } from './on-now.ts'
import { SessionCell } from './session-cell.tsx'
import { type Day, minutesOfDay } from './session-days.ts'
import { rowOfMoment, type Timetable, timetableOf } from './timetable.ts'

/** `target` is the session that the link "Now" leads to. */
type Props = { day: Day; zone: string; now: number; target: string | null }

/**
 * One day. The same list, in order of time, is a timetable on wide screens: its entries are placed by data attributes.
 * Rooms and times of the grid are for the eye; each entry says its own.
 */
export function DaySection({ day, zone, now, target }: Props) {
  const words = useWords()
  const timetable = useMemo(() => timetableOf(day, zone), [day, zone])
  return (
    <section className={styles.section} id={`day-${day.date}`} aria-labelledby={`heading-${day.date}`}>
      <h2 className={styles.heading} id={`heading-${day.date}`}>
        {dayName(day.date, words)}
      </h2>
      {timetable === null ? (
        <ol className={styles.list}>
          {day.sessions.map((entry) => (
            <li key={entry.session.id}>
              <SessionCell
                entry={entry}
                zone={zone}
                now={now}
                on={isOn(entry.session, now)}
                isTarget={entry.session.id === target}
              />
            </li>
          ))}
        </ol>
      ) : (
        <Grid timetable={timetable} day={day} zone={zone} now={now} target={target} />
      )}
    </section>
  )
}

function Grid({ timetable, day, zone, now, target }: Props & { timetable: Timetable }) {
  const { say } = useWords()
  const line = rowOfMoment(timetable.rows, minutesOfDay(new Date(now).toISOString(), day.date, zone))
  return (
    <div className={styles.pane} data-pane={timetable.columnCount}>
      <div className={styles.grid} data-columns={timetable.columnCount}>
        <div className={styles.corner} aria-hidden="true" data-row="1" data-column="1" />
        {timetable.rooms.map(({ name, column, columnEnd }) => (
          <div
            key={name}
            className={styles.room}
            aria-hidden="true"
            data-row="1"
            data-column={column}
            data-column-end={columnEnd}
          >
            <span dir="auto">{NOT_ROOMS.includes(name) ? say(name) : name}</span>
          </div>
        ))}
        {timetable.rows.map(({ row, minutes, length, starts, empty }) => (
          <div
            key={row}
            className={styles.time}
            aria-hidden="true"
            data-row={row}
            data-column="1"
            data-length={empty ? 'gap' : lengthClass(length)}
          >
            {starts && clockOf(minutes)}
          </div>
        ))}
        {/* Before the cells, so that it passes beneath their words. */}
        {line !== null && (
          <div className={styles.now} aria-hidden="true" data-row={line.row} data-tenths={line.tenths} />
        )}
        <ol className={styles.cells}>
          {timetable.cells.map((cell) => (
            <li
              key={cell.sessions[0]?.session.id}
              className={styles.cell}
              data-many={cell.sessions.length > MANY || undefined}
              data-elsewhere={cell.elsewhere || undefined}
              data-row={cell.row}
              data-row-end={cell.rowEnd}
              data-column={cell.column}
              data-column-end={cell.columnEnd}
            >
              {cell.sessions.map((entry) => (
                <SessionCell
                  key={entry.session.id}
                  entry={entry}
                  zone={zone}
                  now={now}
                  on={isOn(entry.session, now)}
                  isTarget={entry.session.id === target}
                />
              ))}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

/** More than these in one cell are told by their titles alone. */
const MANY = 3

/** Rows are a little taller when they last longer, in steps that the style sheet knows. */
function lengthClass(minutes: number): string {
  return minutes <= 10 ? 'brief' : minutes <= 20 ? 'short' : minutes <= 45 ? 'usual' : 'long'
}
