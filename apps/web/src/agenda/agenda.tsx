import type { AgendaData } from '@forumpad/api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { useNow } from '../ui/use-now.tsx'
import styles from './agenda.module.css'
import { AgendaFilters } from './agenda-filters.tsx'
import { AgendaHead } from './agenda-head.tsx'
import { DayNavigation } from './day-navigation.tsx'
import { DaySection } from './day-section.tsx'
import { filterSessions, NO_FILTER } from './filter-sessions.ts'
import { NothingFound } from './nothing-found.tsx'
import { latestOn } from './on-now.ts'
import { SessionCell } from './session-cell.tsx'
import { sessionDays } from './session-days.ts'
import { useSessions } from './use-sessions.ts'

/** An event's agenda, kept fresh: days one below the other, each a timetable or, on narrow screens, a list. */
export function Agenda({ data }: { data: AgendaData }) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <LiveAgenda data={data} />
    </QueryClientProvider>
  )
}

function LiveAgenda({ data: { event, sessions: first } }: { data: AgendaData }) {
  const { say } = useWords()
  const { sessions, stale } = useSessions(event, first)
  const [filter, setFilter] = useState(NO_FILTER)
  // Whole minutes, so that a cell is drawn anew once a minute at most.
  const now = Math.floor(useNow() / 60_000) * 60_000
  const shown = useMemo(() => filterSessions(sessions, filter), [sessions, filter])
  const { days, undated } = useMemo(() => sessionDays(shown, event.timeZone), [shown, event.timeZone])
  const zone = event.timeZone
  const target = latestOn(
    days.flatMap((day) => day.sessions),
    now,
  )

  return (
    <>
      <AgendaHead event={event} sessions={sessions} stale={stale} />
      {sessions.length > 0 && (
        <div className={styles.bar}>
          <DayNavigation days={days} zone={zone} now={now} onNow={target !== null} />
          <AgendaFilters sessions={sessions} shown={shown.length} filter={filter} onChange={setFilter} />
        </div>
      )}
      {days.map((day) => (
        <DaySection key={day.date} day={day} zone={zone} now={now} target={target} />
      ))}
      {undated.length > 0 && (
        <section className={styles.undated} aria-labelledby="undated">
          <h2 id="undated">{say('Without a time yet')}</h2>
          <ul>
            {undated.map((entry) => (
              <li key={entry.session.id}>
                <SessionCell entry={entry} zone={zone} now={now} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown.length === 0 && <NothingFound empty={sessions.length === 0} clear={() => setFilter(NO_FILTER)} />}
    </>
  )
}
