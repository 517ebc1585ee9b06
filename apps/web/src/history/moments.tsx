import type { HistoryMark } from '@forumpad/api'
import { Bookmark, PenLine, SquareX, UserRound } from 'lucide-react'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { clock, dayName, wallTime } from '../ui/event-times.ts'
import { markWords } from './mark-words.ts'
import styles from './moments.module.css'

type Props = { marks: readonly HistoryMark[]; current: number; zone: string; go: (revision: number) => void }

const ICONS = { saved: Bookmark, joined: UserRound, writing: PenLine, redacted: SquareX }
const NAMES = {
  saved: sentence('Saved revision'),
  joined: sentence('New person'),
  writing: sentence('Writing‖in the history'),
  redacted: sentence('Redaction'),
}

/** Moments that are worth a look, as links: they work without a script too. */
export function Moments({ marks, current, zone, go }: Props) {
  const words = useWords()
  if (marks.length === 0) return null
  return (
    <ol className={styles.list}>
      {marks.map((mark) => {
        const Icon = ICONS[mark.is]
        const { title, more } = markWords(mark, words)
        return (
          <li key={`${mark.is} ${mark.revision} ${mark.at}`}>
            <a
              className={styles.moment}
              data-is={mark.is}
              href={`?rev=${mark.revision}`}
              aria-current={mark.revision === current || undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go(mark.revision)
              }}
            >
              <Icon size={15} strokeWidth={1.75} aria-label={words.say(NAMES[mark.is])} role="img" />
              <span className={styles.words}>
                <bdi className={styles.title}>{title}</bdi> <bdi>{more}</bdi>
              </span>
              <time className={styles.when} dateTime={mark.at}>
                {dayName(wallTime(mark.at, zone).date, words)} {clock(mark.at, zone)}
              </time>
            </a>
          </li>
        )
      })}
    </ol>
  )
}
