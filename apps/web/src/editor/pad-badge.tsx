import { type ReactNode, Suspense } from 'react'
import { useWords } from '../languages/use-words.tsx'
import type { Words } from '../languages/words.ts'
import { clock, dayName, wallTime } from '../ui/event-times.ts'
import { StatusWords } from '../ui/status-words.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type Badge, badgeWords } from './badge.ts'

export const BADGE_TONES = {
  reading: 'quiet',
  connecting: 'quiet',
  saving: 'quiet',
  saved: 'quiet',
  offline: 'warn',
  'not-saved': 'bad',
  frozen: 'quiet',
  'read-only': 'quiet',
  refused: 'bad',
  outdated: 'warn',
} as const

/** Whether the text is saved, in words. Told to screen readers when it changes, politely; shown by `panel` once that is there. */
export function PadBadge({ badge, panel }: { badge: Badge; panel: ReactNode }) {
  const said = useWords()
  const { short, full } = badgeWords(badge, (at) => readersTime(at, said), said.say)
  const words = (
    <span aria-hidden="true" title={full}>
      <StatusWords tone={BADGE_TONES[badge.is]}>{short}</StatusWords>
    </span>
  )
  return (
    <>
      <span role="status">
        <VisuallyHidden>{short}</VisuallyHidden>
      </span>
      <Suspense fallback={words}>{panel ?? words}</Suspense>
    </>
  )
}

/** Asked for once: it is told with each letter that is saved. */
let zone: string | undefined

/** Only states that come from a live connection have times, so this runs in browsers only. */
export function readersTime(at: number, words: Words): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  const { date } = wallTime(at, zone)
  const time = clock(at, zone)
  return date === wallTime(Date.now(), zone).date
    ? time
    : words.say('{day}, {time}', { day: dayName(date, words), time })
}
