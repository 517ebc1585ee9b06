import type { SessionWithActivity } from '@forumpad/api'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './agenda-filters.module.css'
import { choices, type SessionFilter } from './filter-sessions.ts'

type Props = {
  sessions: readonly SessionWithActivity[]
  shown: number
  filter: SessionFilter
  onChange: (filter: SessionFilter) => void
}

/** Search by words, choose a room or a track. Works as one types; without script it is not there. */
export function AgendaFilters({ sessions, shown, filter, onChange }: Props) {
  const rooms = choices(sessions, 'room')
  const tracks = choices(sessions, 'track')
  return (
    <search className={styles.filters}>
      <output className={styles.count}>{shown === sessions.length ? '' : `${shown} of ${sessions.length}`}</output>
      <TextField
        type="search"
        label="Search sessions, people, rooms"
        labelHidden
        placeholder="Search"
        className={styles.search}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {rooms.length > 1 && (
        <SelectField
          label="Room"
          all="All rooms"
          values={rooms}
          value={filter.room}
          onChoose={(room) => onChange({ ...filter, room })}
        />
      )}
      {tracks.length > 1 && (
        <SelectField
          label="Track"
          all="All tracks"
          values={tracks}
          value={filter.track}
          onChoose={(track) => onChange({ ...filter, track })}
        />
      )}
    </search>
  )
}
