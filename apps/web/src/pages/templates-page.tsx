import { Fragment } from 'react'
import { useWords } from '../languages/use-words.tsx'
import type { Words } from '../languages/words.ts'
import { TemplateForm } from '../manage/template-form.tsx'
import { TemplateTypes } from '../manage/template-types.tsx'
import styles from '../manage/templates.module.css'
import '../review/minutes-text.css'
import { listed } from '../ui/listed.ts'
import { PageHeader } from '../ui/page-header.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import type { PageProps } from './page-props.ts'
import page from './plain-page.module.css'

/** What the pads of an event begin with: for all its sessions, or for one type of them. Whole without script. */
export function TemplatesPage({ data }: PageProps<'templates'>) {
  const words = useWords()
  const { say } = words
  const { event, type, variables, unknown, preview, unopened, said, problem } = data
  const address = `/e/${encodeURIComponent(event.slug)}`
  return (
    <>
      <PageHeader
        trail={[
          { label: event.title, href: address },
          { label: say('Desk'), href: `${address}/manage` },
          { label: say('Templates') },
        ]}
      />
      <main className={page.main}>
        <h1 className={page.title}>{say('Templates')}</h1>
        <p className={page.detail}>
          {say(
            'A pad begins with a template when the first person opens it to write. Saving changes how pads begin that nobody has opened; what is written in a pad is never touched.',
          )}
        </p>
        {said !== null && (
          <p role="status" className={styles.note}>
            {said === 'saved' ? say('Saved.') : say('Removed.')} {unopenedWords(unopened, words)}
          </p>
        )}
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {say(problem)}
          </p>
        )}
        <section aria-labelledby="which" className={records.section}>
          <h2 id="which" className={records.heading}>
            {say('For which sessions')}
          </h2>
          <TemplateTypes {...data} />
        </section>
        <section aria-labelledby="template" className={records.section}>
          <h2 id="template" className={records.heading} dir="auto">
            {type ?? say('All sessions')}
          </h2>
          <TemplateForm key={`${type} ${data.markdown}`} {...data} />
          {unknown.length > 0 && (
            <p className={styles.note} dir="auto">
              {unknownWords(unknown, words)}
            </p>
          )}
          <details className={page.section}>
            <summary>{say('What stands for what')}</summary>
            <dl className={styles.variables}>
              {variables.map(({ name, gives }) => (
                <Fragment key={name}>
                  <dt>{`{${name}}`}</dt>
                  <dd>{say(gives)}</dd>
                </Fragment>
              ))}
            </dl>
          </details>
        </section>
        <section aria-labelledby="preview" className={records.section}>
          <h2 id="preview" className={records.heading}>
            {say('Preview')}
          </h2>
          <Preview preview={preview} zone={event.timeZone} />
        </section>
      </main>
    </>
  )
}

type PreviewProps = { preview: PageProps<'templates'>['data']['preview']; zone: string }

function Preview({ preview, zone }: PreviewProps) {
  const { say, weave } = useWords()
  if (preview === null)
    return <p className={styles.soft}>{say('No session of the agenda would begin with this template.')}</p>
  const { session, html } = preview
  return (
    <>
      <p className={styles.soft}>
        {weave('As the pad of {session} begins.', {
          session: (
            <>
              <a href={`/p/${encodeURIComponent(session.pad)}`} dir="auto">
                {session.title}
              </a>{' '}
              {session.start !== null && <EventTime start={session.start} end={session.end} zone={zone} day />}
            </>
          ),
        })}
      </p>
      {html === '' ? (
        <p className={styles.preview}>{say('Empty: the pad begins without a word.')}</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see TemplatesData
        <div className={`minutes-text ${styles.preview}`} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </>
  )
}

function unopenedWords(unopened: number, { say }: Words): string {
  if (unopened === 0) return say('Every pad of these sessions was opened already: they stay as they are.')
  return say(
    '{count, plural, one {# pad that nobody has opened begins with what you see below.} other {# pads that nobody has opened begin with what you see below.}}',
    { count: unopened },
  )
}

function unknownWords(unknown: readonly string[], words: Words): string {
  const last = unknown.at(-1) ?? ''
  return unknown.length === 1
    ? words.say('{name} is no variable: it stays as it is.', { name: last })
    : words.say('{names} are no variables: they stay as they are.', { names: listed(unknown, words) })
}
