import { ImportDesk } from '../imports/imports.tsx'
import { useWords } from '../languages/use-words.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** Where an organiser brings the agenda, looks at what it changes, and takes it back. */
export function ImportsPage({ data: { event, proposed } }: PageProps<'imports'>) {
  const { say } = useWords()
  const address = `/e/${encodeURIComponent(event.slug)}`
  return (
    <>
      <PageHeader
        trail={[
          { label: event.title, href: address },
          { label: say('Desk'), href: `${address}/manage` },
          { label: say('Imports') },
        ]}
      />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {event.title}
        </h1>
        <ImportDesk event={event} proposed={proposed} />
      </main>
    </>
  )
}
