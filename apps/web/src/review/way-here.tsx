import type { Event, Pad } from '@forumpad/api'
import type { ReactNode } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './links.ts'

type Props = { pad: Pad; title: string; event: Event | null; page: string; children?: ReactNode }

/** The top bar, as on every page; not on paper. */
export function WayHere({ pad, title, event, page, children }: Props) {
  const { say } = useWords()
  return (
    <header className="way-here">
      <nav aria-label={say('Where you are')}>
        <a className="brand" href="/">
          Forumpad
        </a>
        <ol>
          {event !== null && (
            <li>
              <a href={`/e/${encodeURIComponent(event.slug)}`} dir="auto">
                {event.title}
              </a>
            </li>
          )}
          <li>
            <a href={padHref(pad.name)} dir="auto">
              {title}
            </a>
          </li>
          <li>
            <span aria-current="page">{page}</span>
          </li>
        </ol>
      </nav>
      <div className="ways">{children}</div>
    </header>
  )
}
