import type { HistoryMark } from '@forumpad/api'
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { clock, dayName, wallTime } from '../ui/event-times.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { MarkTrack } from './mark-track.tsx'
import { counted } from './mark-words.ts'
import { SPEEDS } from './speeds.ts'
import type { Timeslider, TimesliderState } from './timeslider.ts'
import styles from './timeslider-bar.module.css'

type Props = { slider: Timeslider; state: TimesliderState; marks: readonly HistoryMark[]; zone: string }

/** The handle with which one goes through a history, and what plays it. */
export function TimesliderBar({ slider, state, marks, zone }: Props) {
  const words = useWords()
  const { say } = words
  const { frame, wanted, newest, playing, speed, problem } = state
  const places = [...new Set(marks.map(({ revision }) => revision))]
  const before = places.findLast((place) => place < wanted)
  const behind = places.find((place) => place > wanted)
  const facts = `${dayName(wallTime(frame.at, zone).date, words)} ${clock(frame.at, zone)}`
  const place = { number: counted(wanted, words), all: counted(newest, words) }
  const go = (revision: number | undefined) => {
    slider.pause()
    if (revision !== undefined) slider.go(revision)
  }
  const onKey = (event: KeyboardEvent) => {
    // On a button or a list of choices the space bar is theirs.
    if (event.key === ' ' && event.target instanceof HTMLInputElement) toggle()
    else if (event.key === '[') go(before)
    else if (event.key === ']') go(behind)
    else return
    event.preventDefault()
  }
  const toggle = () => (playing ? slider.pause() : slider.play())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of all that stands in it
    <div className={styles.bar} onKeyDown={onKey}>
      <p className={styles.where}>
        <span className={styles.number}>{say('Revision {number} of {all}', place)}</span>
        {frame.number === wanted && (
          <>
            <time dateTime={frame.at} className={styles.when}>
              {facts}
            </time>
            <bdi className={styles.who}>{frame.person.name}</bdi>
          </>
        )}
      </p>
      <VisuallyHidden>
        <span role="status">
          {problem !== null
            ? say(problem)
            : playing
              ? say('Playing')
              : say('Revision {number}, {facts}, {name}', {
                  number: counted(frame.number, words),
                  facts,
                  name: frame.person.name,
                })}
        </span>
      </VisuallyHidden>
      {problem !== null && <p className={styles.problem}>{say(problem)}</p>}
      <label className={styles.slide}>
        <VisuallyHidden>{say('Revision')}</VisuallyHidden>
        <MarkTrack marks={marks} newest={newest} />
        <input
          type="range"
          className={styles.range}
          min={1}
          max={newest}
          value={wanted}
          aria-valuetext={
            frame.number === wanted
              ? say('{number} of {all}, {facts}, {name}', { ...place, facts, name: frame.person.name })
              : say('{number} of {all}', place)
          }
          onChange={({ target }) => {
            slider.pause()
            slider.go(Number(target.value))
          }}
        />
      </label>
      <div className={styles.tools}>
        <Tool label={say('Previous moment')} keys="[" disabled={before === undefined} press={() => go(before)}>
          <SkipBack {...ICON} />
        </Tool>
        <Tool label={say('One revision back')} disabled={wanted <= 1} press={() => slider.step(-1)}>
          <ChevronLeft {...ICON} />
        </Tool>
        <Tool label={playing ? say('Pause') : say('Play')} press={toggle} main>
          {playing ? <Pause {...ICON} /> : <Play {...ICON} />}
        </Tool>
        <Tool label={say('One revision on')} disabled={wanted >= newest} press={() => slider.step(1)}>
          <ChevronRight {...ICON} />
        </Tool>
        <Tool label={say('Next moment')} keys="]" disabled={behind === undefined} press={() => go(behind)}>
          <SkipForward {...ICON} />
        </Tool>
        <label className={styles.speed}>
          <span className={styles.speedLabel}>{say('Speed')}</span>
          <select
            value={speed.label}
            onChange={({ target }) => slider.setSpeed(SPEEDS.find(({ label }) => label === target.value) ?? speed)}
          >
            {SPEEDS.map(({ label }) => (
              <option key={label} value={label}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  )
}

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

type ToolProps = {
  label: string
  keys?: string
  disabled?: boolean
  main?: boolean
  press: () => void
  children: React.ReactNode
}

function Tool({ label, keys, disabled = false, main = false, press, children }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-main={main || undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={keys === undefined ? label : `${label} (${keys})`}
      // A button that goes away takes the keyboard's place with it.
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && press()}
    >
      {children}
    </button>
  )
}
