import '../editor/lines.css'
import '../editor/tables/tables.css'
import '../editor/authorship/authors.css'
import { keepsOrder } from '@forumpad/api'
import { HistoryView } from '../history/history-view.tsx'
import { useWords } from '../languages/use-words.tsx'
import { RedactButton } from '../redaction/redact-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './timeslider-page.module.css'

/** The history of a pad: its text at every revision, who had written what, and the moments that are worth a look. */
export function TimesliderPage({ data: { pad, facts, stretch, marks, role } }: PageProps<'timeslider'>) {
  const { say, weave } = useWords()
  const title = facts?.session.title ?? pad.title
  const address = `/p/${encodeURIComponent(pad.name)}`
  return (
    <>
      <PageHeader trail={[{ label: title, href: address }, { label: say('History') }]} />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        {stretch === null ? (
          <p className={styles.empty}>
            {weave('Nobody has written here yet, so there is no history. <link>Open the pad</link> to begin.', {
              link: (words) => <a href={address}>{words}</a>,
            })}
          </p>
        ) : (
          <HistoryView
            pad={pad.name}
            stretch={stretch}
            marks={marks}
            eventZone={facts === null ? null : facts.event.timeZone}
            redact={keepsOrder(role) ? (selected) => <RedactButton pad={pad.name} selected={selected} /> : undefined}
          />
        )}
      </main>
    </>
  )
}
