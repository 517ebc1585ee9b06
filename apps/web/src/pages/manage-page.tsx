import { useWords } from '../languages/use-words.tsx'
import { AuditLog } from '../manage/audit-log.tsx'
import { BlankPadWatch } from '../manage/blank-pad-watch.tsx'
import desk from '../manage/desk.module.css'
import { Publish } from '../publish/publish.tsx'
import { FreezingDesk } from '../review/freezing-desk.tsx'
import { Sharing } from '../sharing/sharing.tsx'
import { LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import records from '../ui/records.module.css'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** The organiser's desk: what needs a look, who may come, and who holds what. */
export function ManagePage({ data: { event, sessions, mayImport, hoursAfterEnd, audit } }: PageProps<'manage'>) {
  const { say, weave } = useWords()
  const tracks = [...new Set(sessions.flatMap(({ session }) => session.track ?? []))].sort()
  const address = `/e/${encodeURIComponent(event.slug)}`
  return (
    <>
      <PageHeader trail={[{ label: event.title, href: address }, { label: say('Desk') }]} />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {event.title}
        </h1>
        {mayImport && (
          <p className={records.section}>
            <LinkButton href={`${address}/imports`}>{say('Import the agenda')}</LinkButton>
          </p>
        )}
        {mayImport && (
          <section aria-labelledby="templates" className={records.section}>
            <h2 id="templates" className={records.heading}>
              {say('Templates')}
            </h2>
            <p className={desk.soft}>
              {weave('<link>What pads begin with</link>, for all sessions and for each type of them.', {
                link: (words) => <a href={`${address}/templates`}>{words}</a>,
              })}
            </p>
          </section>
        )}
        <BlankPadWatch event={event} sessions={sessions} />
        <section aria-labelledby="moderation" className={records.section}>
          <h2 id="moderation" className={records.heading}>
            {say('Moderation')}
          </h2>
          <p className={desk.soft}>
            {weave(
              '<link>Recent changes over all pads</link>, by person: undo all that somebody did, block them, or lock all pads.',
              { link: (words) => <a href={`${address}/moderation`}>{words}</a> },
            )}
          </p>
        </section>
        <section aria-labelledby="minutes" className={records.section}>
          <h2 id="minutes" className={records.heading}>
            {say('Minutes')}
          </h2>
          <FreezingDesk event={event} sessions={sessions} hoursAfterEnd={hoursAfterEnd} />
        </section>
        {sessions.length > 0 && (
          <section aria-labelledby="publish" className={records.section}>
            <h2 id="publish" className={records.heading}>
              {say('Publish')}
            </h2>
            <Publish event={event} />
          </section>
        )}
        {sessions.length > 0 && (
          <section aria-labelledby="record" className={records.section}>
            <h2 id="record" className={records.heading}>
              {say('What stays')}
            </h2>
            <ul className={records.list}>
              <li className={records.entry}>
                <a href={`${address}/outcomes`}>{say('Outcomes of all sessions')}</a>
              </li>
              <li className={records.entry}>
                <a href={`${address}/report`}>{say('Report of the event')}</a>
              </li>
              {mayImport && (
                <li className={records.entry}>
                  <a href={`${address}/archive.zip`} download>
                    {say('Archive with every pad and its history')}
                  </a>
                </li>
              )}
            </ul>
          </section>
        )}
        <section aria-labelledby="sharing" className={records.section}>
          <h2 id="sharing" className={records.heading}>
            {say('Who may come')}
          </h2>
          <Sharing thing={{ is: 'event', event: event.slug }} tracks={tracks} />
        </section>
        {audit !== null && <AuditLog event={event} audit={audit} />}
      </main>
    </>
  )
}
