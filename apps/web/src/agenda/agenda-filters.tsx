import type { SessionWithActivity } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
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
  const { say } = useWords()
  const rooms = choices(sessions, 'room')
  const tracks = choices(sessions, 'track')
  return (
    <search className={styles.filters}>
      <output className={styles.count}>
        {shown === sessions.length ? '' : say('{shown} of {all}', { shown, all: sessions.length })}
      </output>
      <TextField
        type="search"
        label={say('Search sessions, people, rooms')}
        labelHidden
        placeholder={say('Search')}
        className={styles.search}
        value={filter.text}
        onText={(text) => onChange({ ...filter, text })}
      />
      {rooms.length > 1 && (
        <SelectField
          label={say('Room')}
          all={say('All rooms')}
          values={rooms}
          value={filter.room}
          onChoose={(room) => onChange({ ...filter, room })}
        />
      )}
      {tracks.length > 1 && (
        <SelectField
          label={say('Track')}
          all={say('All tracks')}
          values={tracks}
          value={filter.track}
          onChoose={(track) => onChange({ ...filter, track })}
        />
      )}
    </search>
  )
}
