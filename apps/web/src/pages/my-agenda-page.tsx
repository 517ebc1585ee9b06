import { useWords } from '../languages/use-words.tsx'
import { MyAgenda } from '../my-agenda/my-agenda.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** The sessions that this device starred, or those of a shared address. */
export function MyAgendaPage({ data }: PageProps<'my-agenda'>) {
  const { say } = useWords()
  const { event } = data
  return (
    <>
      <PageHeader
        trail={[{ label: event.title, href: `/e/${encodeURIComponent(event.slug)}` }, { label: say('My agenda') }]}
      />
      <main className={styles.main}>
        <h1 className={styles.title}>{data.shared === null ? say('My agenda') : say('A shared agenda')}</h1>
        <MyAgenda data={data} />
      </main>
    </>
  )
}
