import { UnsentPads } from '../editor/unsent/unsent-pads.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { dateRange, timeAgo, wallTime } from '../ui/event-times.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useNow } from '../ui/use-now.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './home-page.module.css'
import type { PageProps } from './page-props.ts'

/** One field, the events, your recent pads, nothing else. */
export function HomePage({ data: { me, events, recent } }: PageProps<'home'>) {
  return (
    <>
      <PageHeader />
      <main className={styles.main}>
        <h1>
          <VisuallyHidden>Notes for every session</VisuallyHidden>
        </h1>
        <form action="/open" method="get">
          <TextField
            large
            name="name"
            label="Open or name a pad"
            placeholder="ops-telecom-nfv"
            required
            maxLength={100}
            autoCapitalize="none"
            enterKeyHint="go"
            action={
              <Button kind="primary" type="submit">
                Open
              </Button>
            }
          />
        </form>
        <UnsentPads person={me.id} />
        <Events events={events} />
        <Recent recent={recent} />
      </main>
    </>
  )
}

function Events({ events }: Pick<PageProps<'home'>['data'], 'events'>) {
  return (
    <section className={styles.section} aria-labelledby="events">
      <h2 id="events" className={styles.heading}>
        Events
      </h2>
      {events.length === 0 ? (
        <EmptyState>No event is here yet. The organiser imports an agenda, and each session gets its pad.</EmptyState>
      ) : (
        <ul className={styles.list}>
          {events.map((event) => (
            <li key={event.slug}>
              <a className={styles.entry} href={`/e/${event.slug}`}>
                <span className={styles.name} dir="auto">
                  {event.title}
                </span>
                <span className={styles.facts}>
                  {event.firstStart !== null && (
                    <span>
                      {dateRange(
                        wallTime(event.firstStart, event.timeZone).date,
                        wallTime(event.lastEnd ?? event.firstStart, event.timeZone).date,
                      )}
                    </span>
                  )}
                  <span>{event.sessions === 1 ? '1 session' : `${event.sessions} sessions`}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Recent({ recent }: Pick<PageProps<'home'>['data'], 'recent'>) {
  const now = useNow()
  if (recent.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="recent">
      <h2 id="recent" className={styles.heading}>
        Your recent pads
      </h2>
      <ul className={styles.list}>
        {recent.map((pad) => (
          <li key={pad.name}>
            <a className={styles.entry} href={`/p/${encodeURIComponent(pad.name)}`}>
              <span className={styles.pad} dir="auto">
                {pad.title}
              </span>
              <span className={styles.facts}>
                {pad.changedAt === null ? 'empty' : timeAgo(pad.changedAt, now, 'UTC')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
