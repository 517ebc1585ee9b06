import type { ReviewData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Attendance } from './attendance.tsx'
import { Contributors } from './contributors.tsx'
import { KeepingOrder } from './keeping-order.tsx'
import { agendaHref, padHref } from './links.ts'
import { LostComments } from './lost-comments.tsx'
import { MarkedLines } from './marked-lines.tsx'
import { MinutesFacts } from './minutes-facts.tsx'
import { MinutesText } from './minutes-text.tsx'
import { Redactions } from './redactions.tsx'
import { StateOfMinutes } from './state-of-minutes.tsx'
import { Versions } from './versions.tsx'
import { WayHere } from './way-here.tsx'

/** A pad as minutes: for reading, printing and keeping, without any script. */
export function ReviewPage({ data }: { data: ReviewData }) {
  const { say, weave } = useWords()
  const { pad, facts, marked, contributors, attendees, versions, redactions, html, lostComments } = data
  const title = facts?.session.title ?? pad.title
  const zone = facts?.event.timeZone ?? 'UTC'
  return (
    <>
      <WayHere pad={pad} title={title} event={facts?.event ?? null} page={say('Minutes')}>
        <a href={padHref(pad.name)}>{say('Open the pad')}</a>
      </WayHere>
      <main className="minutes">
        <header className="minutes-head">
          <p className="minutes-kind">{say('Minutes')}</p>
          <h1 dir="auto">{title}</h1>
          <MinutesFacts
            session={facts === null ? null : { ...facts.session, timeZone: zone }}
            event={facts?.event.title ?? null}
            agenda={facts === null ? null : agendaHref(facts.event, facts.session)}
            pad={pad}
            attendees={attendees}
          >
            <StateOfMinutes data={data} />
          </MinutesFacts>
        </header>
        <KeepingOrder data={data} />
        <MarkedLines marked={marked} />
        <MinutesText html={html} />
        <Redactions redactions={redactions} zone={zone} />
        <LostComments threads={lostComments} zone={zone} />
        <Contributors contributors={contributors} />
        <Attendance attendees={attendees} />
        <Versions pad={pad.name} zone={zone} versions={versions} />
        <footer className="minutes-foot">
          <p>
            {weave('Revision {number} of {address}', {
              number: pad.revision,
              address: <a href={padHref(pad.name, '/review')}>{`${pad.url}/review`}</a>,
            })}
          </p>
        </footer>
      </main>
    </>
  )
}
