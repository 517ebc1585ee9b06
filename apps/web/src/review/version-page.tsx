import type { VersionData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Attendance } from './attendance.tsx'
import { Checksums } from './checksums.tsx'
import { Contributors } from './contributors.tsx'
import { padHref } from './links.ts'
import { longTime } from './long-time.ts'
import { MarkedLines } from './marked-lines.tsx'
import { MinutesFacts } from './minutes-facts.tsx'
import { MinutesText } from './minutes-text.tsx'
import { WayHere } from './way-here.tsx'

/** A frozen version of minutes: what it says never changes, unless words are redacted; then it says so. */
export function VersionPage({ data }: { data: VersionData }) {
  const words = useWords()
  const { say, weave } = words
  const { pad, title, session, version, newest, marked, contributors, attendees, html } = data
  const zone = session?.timeZone ?? 'UTC'
  const when = longTime(version.at, zone, words)
  return (
    <>
      <WayHere pad={pad} title={title} event={null} page={say('Version {number}', { number: version.number })}>
        <a href={padHref(pad.name, '/review')}>{say('The minutes now')}</a>
      </WayHere>
      <main className="minutes">
        <header className="minutes-head">
          <p className="minutes-kind">{say('Minutes, version {number}', { number: version.number })}</p>
          <h1 dir="auto">{title}</h1>
          <MinutesFacts session={session} event={session?.event ?? null} agenda={null} pad={pad} attendees={attendees}>
            {version.by === null
              ? say('Frozen {when}.', { when })
              : weave('Frozen {when} by {name}.', { when, name: <bdi>{version.by}</bdi> })}{' '}
            {newest === version.number
              ? say('This is the newest version.')
              : weave('It was corrected: <newest>version {number}</newest> is the newest.', {
                  number: newest,
                  newest: (text) => <a href={padHref(pad.name, `/versions/${newest}`)}>{text}</a>,
                })}
            {version.redactions[0] && (
              <>
                {' '}
                {say('Words in it were redacted on {when}; its checksums are others since.', {
                  when: longTime(version.redactions[0].at, zone, words),
                })}
              </>
            )}
          </MinutesFacts>
        </header>
        <MarkedLines marked={marked} />
        <MinutesText html={html} />
        <Contributors contributors={contributors} />
        <Attendance attendees={attendees} />
        <Checksums address={`${pad.url}/versions/${version.number}`} version={version} zone={zone} />
        <footer className="minutes-foot">
          <p>
            {weave('Revision {number} of {pad}. This page: {address}', {
              number: version.revision,
              pad: <bdi>{pad.url}</bdi>,
              address: (
                <a href={padHref(pad.name, `/versions/${version.number}`)}>{`${pad.url}/versions/${version.number}`}</a>
              ),
            })}
          </p>
        </footer>
      </main>
    </>
  )
}
