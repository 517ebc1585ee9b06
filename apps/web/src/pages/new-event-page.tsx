import { BringArchive } from '../imports/bring-archive.tsx'
import { NewEvent } from '../imports/new-event.tsx'
import { useWords } from '../languages/use-words.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './plain-page.module.css'

/** Makes an event, whose agenda is looked at next, or brings one from an archive. */
export function NewEventPage() {
  const { say } = useWords()
  return (
    <>
      <PageHeader trail={[{ label: say('New event') }]} />
      <main className={styles.main}>
        <h1 className={styles.title}>{say('New event')}</h1>
        <NewEvent />
        <BringArchive />
      </main>
    </>
  )
}
