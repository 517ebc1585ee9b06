import { StatusWords } from '../ui/status-words.tsx'
import { type Badge, badgeWords } from './badge.ts'

const TONES = {
  reading: 'quiet',
  connecting: 'quiet',
  saving: 'quiet',
  saved: 'quiet',
  offline: 'warn',
  'not-saved': 'bad',
  frozen: 'quiet',
  refused: 'bad',
  outdated: 'warn',
} as const

/** Whether the text is saved, in words. Told to screen readers when it changes, politely. */
export function PadBadge({ badge }: { badge: Badge }) {
  const { short, full } = badgeWords(badge, readersTime)
  return (
    <span role="status" title={full}>
      <StatusWords tone={TONES[badge.is]}>{short}</StatusWords>
    </span>
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
