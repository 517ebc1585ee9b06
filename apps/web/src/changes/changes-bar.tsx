import type { ChangesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './changes-address.ts'

/** The top bar, as on every page. */
export function ChangesBar({ data: { pad, facts } }: { data: ChangesData }) {
  const { say } = useWords()
  return (
    <header className="way-here">
      <nav aria-label={say('Where you are')}>
        <a className="brand" href="/">
          Forumpad
        </a>
        <ol>
          {facts && (
            <li>
              <a href={`/e/${encodeURIComponent(facts.event.slug)}`} dir="auto">
                {facts.event.title}
              </a>
            </li>
          )}
          <li>
            <a href={padHref(pad.name)} dir="auto">
              {facts?.session.title ?? pad.title}
            </a>
          </li>
          <li>
            <span aria-current="page">{say('Changes')}</span>
          </li>
        </ol>
      </nav>
      <div className="ways">
        <a href={padHref(pad.name)}>{say('Open the pad')}</a>
      </div>
    </header>
  )
}
