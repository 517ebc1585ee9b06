import type { HistoryMark, HistoryStretch } from '@forumpad/api'
import { type ReactNode, useRef, useState } from 'react'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { useReaderZone } from '../ui/use-reader-zone.ts'
import styles from './history-view.module.css'
import { Moments } from './moments.tsx'
import { PastText } from './past-text.tsx'
import { type PastStretch, selectedInPast } from './selected-in-past.ts'
import { TimesliderBar } from './timeslider-bar.tsx'
import { useTimeslider } from './use-timeslider.ts'
import { WithoutScript } from './without-script.tsx'
import { WritersNow } from './writers-now.tsx'

type Props = {
  pad: string
  stretch: HistoryStretch
  marks: readonly HistoryMark[]
  eventZone: string | null
  /** For moderators: what takes words out of the history; it is given what tells which are selected, in which revision. */
  redact?: ((selected: () => Selected) => ReactNode) | undefined
}

type Selected = { revision: number } & Partial<PastStretch>

/** How a revision leaves as a file. */
const EXPORTS = [
  ['txt', sentence('Text‖a file')],
  ['md', 'Markdown'],
  ['html', 'HTML'],
  ['json', sentence('Data‖a file')],
] as const

/** A pad's text at any revision, with all that leads from one to the other. */
export function HistoryView({ pad, stretch, marks, eventZone, redact }: Props) {
  const { say } = useWords()
  const { slider, state } = useTimeslider(pad, stretch)
  const [coloured, setColoured] = useState(true)
  const readerZone = useReaderZone()
  const text = useRef<HTMLDivElement>(null)
  const selected = (): Selected => {
    const sheet = text.current?.querySelector('.pad-text')
    return { revision: state.frame.number, ...(sheet ? selectedInPast(sheet, getSelection()) : null) }
  }
  const address = `/p/${encodeURIComponent(pad)}`
  const zone = eventZone ?? readerZone ?? 'UTC'
  const go = (revision: number) => {
    slider.pause()
    slider.go(revision)
  }
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.text} ref={text}>
          <PastText frame={state.frame} coloured={coloured} follow={state.playing} />
        </div>
        <aside className={styles.side} aria-label={say('About this history')}>
          <section>
            <h2 className={styles.heading}>{say('Who had written')}</h2>
            <WritersNow frame={state.frame} />
            <label className={styles.colours}>
              <input type="checkbox" checked={coloured} onChange={({ target }) => setColoured(target.checked)} />
              {say('Colours behind the text')}
            </label>
          </section>
          <section>
            <h2 className={styles.heading}>{say('Revision {number}', { number: String(state.wanted) })}</h2>
            <ul className={styles.ways}>
              {state.wanted < state.newest && (
                <li>
                  <a href={`${address}/changes?from=${state.wanted}`}>{say('What changed since')}</a>
                </li>
              )}
              {EXPORTS.map(([type, words]) => (
                <li key={type}>
                  <a href={`${address}/${state.wanted}/export/${type}`} download>
                    {say(words)}
                  </a>
                </li>
              ))}
            </ul>
            {redact?.(selected)}
          </section>
          <section>
            <h2 className={styles.heading}>{say('Moments')}</h2>
            <Moments marks={marks} current={state.wanted} zone={zone} go={go} />
          </section>
        </aside>
      </div>
      <TimesliderBar slider={slider} state={state} marks={marks} zone={zone} />
      <WithoutScript revision={stretch.first.number} newest={stretch.newest} />
    </>
  )
}
