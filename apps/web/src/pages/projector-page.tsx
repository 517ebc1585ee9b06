import { useWords } from '../languages/use-words.tsx'
import './projector.css'
import { useEffect } from 'react'
import { PadText } from '../editor/pad-text.tsx'
import { useLivePad } from '../editor/use-live-pad.ts'
import { clockRange } from '../ui/event-times.ts'
import { loadPatiently } from '../ui/patient-load.ts'
import { QrCode } from '../ui/qr-code.tsx'
import type { PageProps } from './page-props.ts'

/** A pad on the wall of a room: large, without tools, always where something is written, with the way to it for phones. */
export function ProjectorPage({ data }: PageProps<'projector'>) {
  const { say } = useWords()
  const { pad, facts, html } = data
  const { live, stage } = useLivePad(data, true)
  useEffect(() => {
    if (live === null) return
    let end: (() => void) | null = null
    let left = false
    loadPatiently(() => import('../editor/following/following.ts')).then(({ openFollowing }) => {
      if (left) return
      const following = openFollowing(live.pad, { endsOnInput: false })
      following.follow({ is: 'newest' })
      end = following.end
    })
    return () => {
      left = true
      end?.()
    }
  }, [live])
  const when =
    facts === null || facts.session.start === null
      ? null
      : clockRange(facts.session.start, facts.session.end, facts.event.timeZone)
  const about = [when, facts?.session.room].filter((fact) => fact)
  return (
    <main className="projector">
      <header className="projector-head">
        <h1 dir="auto">{facts?.session.title ?? pad.title}</h1>
        {about.length > 0 && <p>{about.join(' · ')}</p>}
      </header>
      <PadText html={html} stage={stage} />
      <aside className="projector-way" aria-label={say('The way to this pad')}>
        <QrCode text={pad.url} label={say('QR code of {url}', { url: pad.url })} />
        <a href={pad.url}>{pad.url.replace(/^https?:\/\//, '')}</a>
      </aside>
    </main>
  )
}
