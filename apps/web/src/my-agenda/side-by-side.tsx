import type { SideBySideData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { clockRange } from '../ui/event-times.ts'
import styles from './side-by-side.module.css'

/** Two pads beside each other, or on a narrow screen one above the other. Each is a whole page, reached by Tab or by the links above. */
export function SideBySide({ data: { event, pads } }: { data: SideBySideData }) {
  const { say } = useWords()
  return (
    <main className={styles.both}>
      <h1 className={styles.hidden}>{say('Two sessions at the same time')}</h1>
      {pads.map(({ pad, title, start, end, room }, at) => (
        <section key={pad} className={styles.one} aria-labelledby={`pad-${at}`}>
          <h2 id={`pad-${at}`} className={styles.title}>
            <a href={`/p/${encodeURIComponent(pad)}`} dir="auto">
              {title}
            </a>
            <span className={styles.facts}>
              {start !== null && clockRange(start, end, event.timeZone)} {room !== null && <bdi>{room}</bdi>}
            </span>
          </h2>
          <iframe
            className={styles.frame}
            src={`/p/${encodeURIComponent(pad)}`}
            title={say('Notes: {title}', { title })}
            allow="clipboard-write"
          />
        </section>
      ))}
    </main>
  )
}
