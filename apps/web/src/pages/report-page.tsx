import { useWords } from '../languages/use-words.tsx'
import { OutcomeGroups } from '../outcomes/outcome-groups.tsx'
import { SharedLinks } from '../outcomes/shared-links.tsx'
import { EmptyPads } from '../report/empty-pads.tsx'
import report from '../report/report.module.css'
import { ReportFacts } from '../report/report-facts.tsx'
import { ReportPeople } from '../report/report-people.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { wallTime } from '../ui/event-times.ts'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './outcomes-page.module.css'
import type { PageProps } from './page-props.ts'

/** An event on one page: what came out, what was discussed most, who wrote, and what was not written down. */
export function ReportPage({ data }: PageProps<'report'>) {
  const { say } = useWords()
  const { event, pads, outcomes, outcomeCount, sharedLinks, emptyPads, mayManage } = data
  const address = `/e/${encodeURIComponent(event.slug)}`
  const more = outcomeCount - outcomes.length
  return (
    <>
      <PageHeader trail={[{ label: event.title, href: address }, { label: say('Report') }]}>
        {mayManage && <a href={`${address}/manage`}>{say('Organiser’s desk')}</a>}
      </PageHeader>
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {event.title}
        </h1>
        <ReportFacts data={data} />
        <section aria-labelledby="outcomes" className={report.section}>
          <h2 id="outcomes" className={report.heading}>
            <a href={`${address}/outcomes`}>{say('Outcomes')}</a>
          </h2>
          {outcomes.length === 0 && (
            <EmptyState>{say('No line is marked as an action, a decision or a question yet.')}</EmptyState>
          )}
          <OutcomeGroups
            {...{ pads, outcomes, by: 'session', zone: event.timeZone, level: 3 }}
            back={`${address}/report`}
            today={wallTime(data.now, event.timeZone).date}
          />
          {more > 0 && (
            <p className={styles.more}>
              <a href={`${address}/outcomes`}>{say('and {count} more', { count: more })}</a>
            </p>
          )}
        </section>
        <SharedLinks links={sharedLinks} />
        <ReportPeople {...data} />
        <EmptyPads sessions={emptyPads} zone={event.timeZone} />
      </main>
    </>
  )
}
