import { BlankPadWatch } from '../manage/blank-pad-watch.tsx'
import desk from '../manage/desk.module.css'
import { Sharing } from '../sharing/sharing.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** The organiser's desk: what needs a look, who may come, and who holds what. */
export function ManagePage({ data: { event, sessions } }: PageProps<'manage'>) {
  const tracks = [...new Set(sessions.flatMap(({ session }) => session.track ?? []))].sort()
  return (
    <>
      <PageHeader trail={[{ label: event.title, href: `/e/${encodeURIComponent(event.slug)}` }, { label: 'Desk' }]} />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {event.title}
        </h1>
        <BlankPadWatch event={event} sessions={sessions} />
        <section aria-labelledby="sharing" className={desk.section}>
          <h2 id="sharing" className={desk.heading}>
            Who may come
          </h2>
          <Sharing thing={{ is: 'event', event: event.slug }} tracks={tracks} />
        </section>
      </main>
    </>
  )
}
