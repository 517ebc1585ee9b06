import { Fragment } from 'react'
import { TemplateForm } from '../manage/template-form.tsx'
import { TemplateTypes } from '../manage/template-types.tsx'
import styles from '../manage/templates.module.css'
import '../review/minutes-text.css'
import { PageHeader } from '../ui/page-header.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import type { PageProps } from './page-props.ts'
import page from './plain-page.module.css'

/** What the pads of an event begin with: for all its sessions, or for one type of them. Whole without script. */
export function TemplatesPage({ data }: PageProps<'templates'>) {
  const { event, type, variables, unknown, preview, unopened, said, problem } = data
  const address = `/e/${encodeURIComponent(event.slug)}`
  return (
    <>
      <PageHeader
        trail={[
          { label: event.title, href: address },
          { label: 'Desk', href: `${address}/manage` },
          { label: 'Templates' },
        ]}
      />
      <main className={page.main}>
        <h1 className={page.title}>Templates</h1>
        <p className={page.detail}>
          A pad begins with a template when the first person opens it to write. Saving changes how pads begin that
          nobody has opened; what is written in a pad is never touched.
        </p>
        {said !== null && (
          <p role="status" className={styles.note}>
            {said === 'saved' ? 'Saved. ' : 'Removed. '}
            {unopenedWords(unopened)}
          </p>
        )}
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <section aria-labelledby="which" className={records.section}>
          <h2 id="which" className={records.heading}>
            For which sessions
          </h2>
          <TemplateTypes {...data} />
        </section>
        <section aria-labelledby="template" className={records.section}>
          <h2 id="template" className={records.heading} dir="auto">
            {type ?? 'All sessions'}
          </h2>
          <TemplateForm key={`${type} ${data.markdown}`} {...data} />
          {unknown.length > 0 && (
            <p className={styles.note} dir="auto">
              {unknownWords(unknown)}
            </p>
          )}
          <details className={page.section}>
            <summary>What stands for what</summary>
            <dl className={styles.variables}>
              {variables.map(({ name, gives }) => (
                <Fragment key={name}>
                  <dt>{`{${name}}`}</dt>
                  <dd>{gives}</dd>
                </Fragment>
              ))}
            </dl>
          </details>
        </section>
        <section aria-labelledby="preview" className={records.section}>
          <h2 id="preview" className={records.heading}>
            Preview
          </h2>
          <Preview preview={preview} zone={event.timeZone} />
        </section>
      </main>
    </>
  )
}

type PreviewProps = { preview: PageProps<'templates'>['data']['preview']; zone: string }

function Preview({ preview, zone }: PreviewProps) {
  if (preview === null) return <p className={styles.soft}>No session of the agenda would begin with this template.</p>
  const { session, html } = preview
  return (
    <>
      <p className={styles.soft}>
        As the pad of{' '}
        <a href={`/p/${encodeURIComponent(session.pad)}`} dir="auto">
          {session.title}
        </a>{' '}
        {session.start !== null && <EventTime start={session.start} end={session.end} zone={zone} day />} begins.
      </p>
      {html === '' ? (
        <p className={styles.preview}>Empty: the pad begins without a word.</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see TemplatesData
        <div className={`minutes-text ${styles.preview}`} dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </>
  )
}

function unopenedWords(unopened: number): string {
  if (unopened === 0) return 'Every pad of these sessions was opened already: they stay as they are.'
  const pads = unopened === 1 ? '1 pad that nobody has opened begins' : `${unopened} pads that nobody has opened begin`
  return `${pads} with what you see below.`
}

function unknownWords(unknown: readonly string[]): string {
  const last = unknown.at(-1) ?? ''
  return unknown.length === 1
    ? `${last} is no variable: it stays as it is.`
    : `${unknown.slice(0, -1).join(', ')} and ${last} are no variables: they stay as they are.`
}
