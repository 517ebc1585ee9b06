import type { HistoryMark } from '@forumpad/api'
import styles from './mark-track.module.css'

/** Where on the way from the first to the newest revision the marks lie. For the eye: the list of moments says the same in words. */
export function MarkTrack({ marks, newest }: { marks: readonly HistoryMark[]; newest: number }) {
  const place = (revision: number) => (100 * (revision - 1)) / Math.max(1, newest - 1)
  const stretches = marks.flatMap((mark) => (mark.is === 'writing' ? mark : []))
  const points = marks.flatMap((mark) => (mark.is === 'saved' || mark.is === 'joined' ? mark : []))
  const redactions = marks.flatMap((mark) => (mark.is === 'redacted' ? mark : []))
  return (
    <svg className={styles.track} aria-hidden="true" width="100%" height="14">
      {stretches.map(({ revision, to }, index) => (
        <rect
          key={revision}
          className={styles.stretch}
          data-other={index % 2 === 1 || undefined}
          x={`${place(revision)}%`}
          width={`${Math.max(0.2, place(to) - place(revision))}%`}
          y="10"
          height="4"
        />
      ))}
      {points.map((mark) => (
        <rect
          key={`${mark.is} ${mark.revision}`}
          className={mark.is === 'saved' ? styles.saved : styles.joined}
          data-hue={mark.person.hue}
          x={`${place(mark.revision)}%`}
          width="2"
          y={mark.is === 'saved' ? 0 : 4}
          height={mark.is === 'saved' ? 14 : 10}
        />
      ))}
      {redactions.map(({ id, revision }) => (
        <rect key={id} className={styles.redacted} x={`${place(revision)}%`} width="4" y="0" height="14" />
      ))}
    </svg>
  )
}
