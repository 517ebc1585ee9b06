import type { MinutesVersion } from '@forumpad/api'
import type { ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './links.ts'
import { longTime } from './long-time.ts'

/** The frozen versions of minutes, and what each corrected. */
export function Versions({ pad, zone, versions }: { pad: string; zone: string; versions: readonly MinutesVersion[] }) {
  const { say } = useWords()
  if (versions.length === 0) return null
  return (
    <section className="minutes-versions" aria-labelledby="versions">
      <h2 id="versions">{say('Versions')}</h2>
      <p className="minutes-soft">
        {say(
          'What was frozen stays at its address as it is, but for words that are redacted; corrections make a new version.',
        )}
      </p>
      <ol reversed>
        {versions.map((version, index) => (
          <li key={version.number} value={version.number}>
            <Version pad={pad} zone={zone} version={version} before={versions[index + 1]} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type Props = { pad: string; zone: string; version: MinutesVersion; before: MinutesVersion | undefined }

function Version({ pad, zone, version: { number, at, by, revision, checksums, redactions }, before }: Props) {
  const words = useWords()
  const { say, weave } = words
  const address = padHref(pad, `/versions/${number}`)
  const changes = before && padHref(pad, `/changes?from=${before.revision}&to=${revision}`)
  const frozen = {
    number,
    when: <time dateTime={at}>{longTime(at, zone, words)}</time>,
    link: (text: ReactNode) => <a href={address}>{text}</a>,
  }
  return (
    <>
      <p>
        {by === null
          ? weave('<link>Version {number}</link>, frozen {when}', frozen)
          : weave('<link>Version {number}</link>, frozen {when} by {name}', { ...frozen, name: <bdi>{by}</bdi> })}
        {changes !== undefined && (
          <>
            {' · '}
            <a href={changes}>{say('what it corrects')}</a>
          </>
        )}
      </p>
      <p className="minutes-files">
        <a href={`${address}.md`} aria-label={say('Version {number} as Markdown', { number })}>
          Markdown
        </a>
        {' · '}
        <a href={`${address}.txt`} aria-label={say('Version {number} as plain text', { number })}>
          {say('Plain text')}
        </a>
        {' · '}
        <a href={`${address}.json`} aria-label={say('Version {number} as JSON', { number })}>
          JSON
        </a>
      </p>
      <p className="minutes-checksum">
        {say('SHA-256 of the Markdown')} <code>{checksums.md}</code>
        {redactions[0] && (
          <>
            {' '}
            {weave('since words were redacted on {when}, before {sum}', {
              when: longTime(redactions[0].at, zone, words),
              sum: <code>{redactions[0].before.md}</code>,
            })}
          </>
        )}
      </p>
    </>
  )
}
