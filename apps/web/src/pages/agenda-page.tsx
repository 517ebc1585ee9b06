import { Agenda } from '../agenda/agenda.tsx'
import { useWords } from '../languages/use-words.tsx'
import { PublishSection } from '../publish/publish-section.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './agenda-page.module.css'
import type { PageProps } from './page-props.ts'

/** An event by day, room and track, each session with the state of its pad. */
export function AgendaPage({ data }: PageProps<'agenda'>) {
  const { say } = useWords()
  const address = `/e/${encodeURIComponent(data.event.slug)}`
  return (
    <>
      <PageHeader>
        <a href={`${address}/now`}>{say('Now')}</a>
        <a href={`${address}/mine`}>{say('My agenda')}</a>
        <a href={`/search?event=${encodeURIComponent(data.event.slug)}`}>{say('Search the notes')}</a>
        <a href={`${address}/outcomes`}>{say('Outcomes')}</a>
        {data.mayManage && <a href={`${address}/manage`}>{say('Organiser’s desk')}</a>}
      </PageHeader>
      <main className={styles.main}>
        <Agenda data={data} />
        {data.sessions.length > 0 && <PublishSection event={data.event} />}
      </main>
    </>
  )
}
