import type { ReactNode } from 'react'
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
  const { short, full } = badgeWords(badge, readersTime)
  return (
    <>
      <span role="status">
        <VisuallyHidden>{short}</VisuallyHidden>
      </span>
      {panel ?? (
        <span aria-hidden="true" title={full}>
          <StatusWords tone={BADGE_TONES[badge.is]}>{short}</StatusWords>
        </span>
      )}
    </>
  )
}

/** Only states that come from a live connection have times, so this runs in browsers only. */
export function readersTime(at: number): string {
  const today = new Date(at).toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat('en-GB', {
    ...(today ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
