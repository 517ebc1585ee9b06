import type { Pad, SessionFacts } from '@forumpad/api'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { clockRange, dayName, wallTime } from '../ui/event-times.ts'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { ThemeToggle } from '../ui/theme-toggle.tsx'
import styles from './pad-bar.module.css'
import { agendaHref } from './pad-links.ts'

type Props = {
  pad: Pad
  facts: SessionFacts | null
  scrolled: boolean
  badge: ReactNode
  authors: ReactNode
  people: ReactNode
  beside: ReactNode
  notice: ReactNode
}

/** The bar that stays: the way here at first, the facts in one line once the title has gone; badge and people always. */
export function PadBar({ pad, facts, scrolled, badge, authors, people, beside, notice }: Props) {
  const { say } = useWords()
  const title = facts?.session.title ?? pad.title
  return (
    <header className={styles.bar} data-scrolled={scrolled || undefined}>
      <nav className={styles.way} aria-label={say('Where you are')} inert={scrolled || undefined}>
        <a className={styles.brand} href="/">
          Forumpad
        </a>
        {facts !== null && <Crumbs facts={facts} />}
      </nav>
      <div className={styles.facts} aria-hidden={!scrolled || undefined} inert={!scrolled || undefined}>
        <a
          className={styles.back}
          href={facts === null ? '/' : agendaHref(facts.event, facts.session)}
          aria-label={say('Back to the agenda')}
        >
          <ChevronLeft size={18} strokeWidth={1.75} aria-hidden="true" />
        </a>
        <a className={styles.title} href="#top" dir="auto">
          {title}
        </a>
        <span className={styles.when}>{facts !== null && oneLine(facts)}</span>
      </div>
      <div className={styles.right}>
        {badge}
        {people}
        {/* Those behind the people keep their place when somebody comes or goes. */}
        <span className={styles.authors}>{authors}</span>
        <span className={styles.beside}>{beside}</span>
        <span className={styles.theme}>
          <LanguageChoice />
          <ThemeToggle />
        </span>
      </div>
      <div className={styles.under}>{notice}</div>
    </header>
  )
}

function Crumbs({ facts: { event, session } }: { facts: SessionFacts }) {
  const words = useWords()
  const date = session.start === null ? null : wallTime(session.start, event.timeZone).date
  return (
    <ol className={styles.crumbs}>
      <li>
        <a href={`/e/${encodeURIComponent(event.slug)}`} dir="auto">
          {event.title}
        </a>
      </li>
      {date !== null && (
        <li>
          <a href={agendaHref(event, session)}>{dayName(date, words)}</a>
        </li>
      )}
      {session.room !== null && (
        <li>
          <bdi>{session.room}</bdi>
        </li>
      )}
    </ol>
  )
}

function oneLine({ event, session }: SessionFacts): string {
  const time = session.start === null ? null : clockRange(session.start, session.end, event.timeZone)
  return [time, session.room].filter((fact) => fact !== null).join(' · ')
}
