import type { MinutesVersion } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { longTime } from './long-time.ts'

const FILES = [
  { file: 'md', name: 'Markdown' },
  { file: 'txt', name: sentence('Plain text') },
  { file: 'json', name: 'JSON' },
] as const

type Props = { address: string; version: MinutesVersion; zone: string }

/** The checksums of a version's files, those that they had before words were taken out, and how anybody finds out whether they are right. */
export function Checksums({ address, version: { checksums, redactions }, zone }: Props) {
  const words = useWords()
  const { say, weave } = words
  const command = `curl -s ${address}.md | sha256sum`
  return (
    <section className="minutes-versions" aria-labelledby="checksums">
      <h2 id="checksums">{say('Files and checksums')}</h2>
      <dl className="minutes-facts">
        {FILES.map(({ file, name }) => (
          <div key={file}>
            <dt>
              <a href={`${address}.${file}`}>{say(name)}</a>
            </dt>
            <dd>
              <code>{checksums[file]}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="minutes-soft">
        {weave('These are SHA-256. To check one, load the file and count anew: {command}.', {
          command: <code dir="ltr">{command}</code>,
        })}
      </p>
      {redactions.map(({ at, before }) => (
        <div key={at}>
          <p>
            {weave('Words in this version were redacted on {when}. Until then the checksums were:', {
              when: <time dateTime={at}>{longTime(at, zone, words)}</time>,
            })}
          </p>
          <dl className="minutes-facts">
            {FILES.map(({ file, name }) => (
              <div key={file}>
                <dt>{say(name)}</dt>
                <dd>
                  <code>{before[file]}</code>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
