import { UnsentPads } from '../editor/unsent/unsent-pads.tsx'
import { useWords } from '../languages/use-words.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { dateRange, timeAgo, wallTime } from '../ui/event-times.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useNow } from '../ui/use-now.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './home-page.module.css'
import type { PageProps } from './page-props.ts'

/** One field, the events, your recent pads, nothing else. */
export function HomePage({ data: { me, events, recent, mayMakeEvents } }: PageProps<'home'>) {
  const { say } = useWords()
  return (
    <>
      <PageHeader />
      <main className={styles.main}>
        <h1>
          <VisuallyHidden>{say('Notes for every session')}</VisuallyHidden>
        </h1>
        <form action="/open" method="get">
          <TextField
            large
            name="name"
            label={say('Open or name a pad')}
            placeholder="ops-telecom-nfv"
            required
            maxLength={100}
            autoCapitalize="none"
            enterKeyHint="go"
            action={
              <Button kind="primary" type="submit">
                {say('Open')}
              </Button>
            }
          />
        </form>
        <search className={styles.search}>
          <form action="/search" method="get">
            <TextField
              type="search"
              name="q"
              label={say('Search all notes')}
              placeholder={say('budget')}
              required
              maxLength={500}
              enterKeyHint="search"
              action={<Button type="submit">{say('Search')}</Button>}
            />
          </form>
        </search>
        <UnsentPads person={me.id} />
        <Events events={events} mayMakeEvents={mayMakeEvents} />
        <Recent recent={recent} />
      </main>
    </>
  )
}

function Events({ events, mayMakeEvents }: Pick<PageProps<'home'>['data'], 'events' | 'mayMakeEvents'>) {
  const words = useWords()
  const { say } = words
  return (
    <section className={styles.section} aria-labelledby="events">
      <h2 id="events" className={styles.heading}>
        {say('Events')}
      </h2>
      {events.length === 0 ? (
        <EmptyState>
          {say('No event is here yet. The organiser imports an agenda, and each session gets its pad.')}
        </EmptyState>
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
                        words,
                      )}
                    </span>
                  )}
                  <span>{say('{count, plural, one {# session} other {# sessions}}', { count: event.sessions })}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayMakeEvents && (
        <p className={styles.make}>
          <LinkButton href="/new">{say('New event')}</LinkButton>
        </p>
      )}
    </section>
  )
}

function Recent({ recent }: Pick<PageProps<'home'>['data'], 'recent'>) {
  const words = useWords()
  const { say } = words
  const now = useNow()
  if (recent.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="recent">
      <h2 id="recent" className={styles.heading}>
        {say('Your recent pads')}
      </h2>
      <ul className={styles.list}>
        {recent.map((pad) => (
          <li key={pad.name}>
            <a className={styles.entry} href={`/p/${encodeURIComponent(pad.name)}`}>
              <span className={styles.pad} dir="auto">
                {pad.title}
              </span>
              <span className={styles.facts}>
                {pad.changedAt === null ? say('empty') : timeAgo(pad.changedAt, now, 'UTC', words)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
