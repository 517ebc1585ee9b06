import { Agenda } from '../agenda/agenda.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './agenda-page.module.css'
import type { PageProps } from './page-props.ts'

/** An event by day, room and track, each session with the state of its pad. */
export function AgendaPage({ data }: PageProps<'agenda'>) {
  return (
    <>
      <PageHeader>
        {data.mayManage && <a href={`/e/${encodeURIComponent(data.event.slug)}/manage`}>Organiser’s desk</a>}
      </PageHeader>
      <main className={styles.main}>
        <Agenda data={data} />
      </main>
    </>
  )
}
