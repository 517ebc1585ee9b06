import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { type OutcomeView, viewAddress } from './filter-address.ts'
import styles from './outcome-files.module.css'

const FILES = [
  { ending: '.csv', words: 'CSV' },
  { ending: '.md', words: 'Markdown' },
  { ending: '.json', words: 'JSON' },
  { ending: '.ics', words: sentence('Tasks (iCalendar)') },
]

/** What is shown, as files. */
export function OutcomeFiles({ event, filter }: { event: string; filter: OutcomeView['filter'] }) {
  const { say } = useWords()
  return (
    <p className={styles.files}>
      <span>{say('As a file:')} </span>
      {FILES.map(({ ending, words }) => (
        <a key={ending} href={viewAddress(event, { filter, by: 'session' }, ending)}>
          {say(words)}
        </a>
      ))}
    </p>
  )
}
