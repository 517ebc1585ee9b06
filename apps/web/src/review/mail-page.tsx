import type { SummaryMailData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './links.ts'
import { WayHere } from './way-here.tsx'

/** A mail about minutes, drafted for whoever keeps order: to be looked through, copied, or opened in a mail program. */
export function MailPage({ data: { pad, facts, mail } }: { data: SummaryMailData }) {
  const { say } = useWords()
  return (
    <>
      <WayHere pad={pad} title={facts?.session.title ?? pad.title} event={facts?.event ?? null} page={say('Mail')}>
        <a href={padHref(pad.name, '/review')}>{say('The minutes')}</a>
      </WayHere>
      <main className="minutes">
        <h1>{say('A mail about these minutes')}</h1>
        <p className="minutes-soft">
          {say(
            'Nothing is sent by itself. Open the draft in your mail program, or select a field with one click and copy it.',
          )}
        </p>
        <p className="minutes-order">
          <a href={padHref(pad.name, '/review/mail.eml')} download>
            {say('Download the draft (.eml)')}
          </a>
        </p>
        <section aria-labelledby="subject">
          <h2 id="subject">{say('Subject')}</h2>
          <p className="minutes-copy" dir="auto">
            {mail.subject}
          </p>
        </section>
        <section aria-labelledby="plain">
          <h2 id="plain">{say('Plain text')}</h2>
          <pre className="minutes-copy" dir="auto">
            {mail.text}
          </pre>
        </section>
        <section aria-labelledby="formatted">
          <h2 id="formatted">{say('With formatting')}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see SummaryMail */}
          <div className="minutes-copy minutes-mail" dir="auto" dangerouslySetInnerHTML={{ __html: mail.html }} />
        </section>
      </main>
    </>
  )
}
