import { initials, type Person } from '@forumpad/api'
import styles from './avatar.module.css'

/** A person as a small disc: initials on their hue, the name on hover and for screen readers. */
export function Avatar({ person, size = 'normal' }: { person: Person; size?: 'small' | 'normal' }) {
  return (
    <span
      className={styles.avatar}
      data-hue={person.hue}
      data-size={size}
      role="img"
      aria-label={person.name}
      title={person.name}
    >
      {initials(person.name)}
    </span>
  )
}

/** Several people, overlapping; those beyond `most` are counted: `+7`. */
export function AvatarRow({
  people,
  count = people.length,
  most = 5,
  size = 'normal',
}: {
  people: readonly Person[]
  count?: number
  most?: number
  size?: 'small' | 'normal'
}) {
  if (count === 0) return null
  const shown = people.slice(0, most)
  const rest = count - shown.length
  return (
    <span className={styles.row}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {rest > 0 && (
        <span className={styles.rest} data-size={size}>
          +{rest}
        </span>
      )}
    </span>
  )
}
