import { LONGEST_AFFILIATION, type Person } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { putIntoPad } from '../beside/into-pad.ts'
import { attendanceCsv, attendanceLines } from './attendance.ts'
import styles from './room.module.css'
import type { RoomView } from './room-view.ts'
import { useRoom } from './use-room.ts'

type Props = { view: RoomView; me: Person; name: string; mayAct: boolean; editor: Editor | null }

/** Who says that they are here: only those who wish to, and for as long as they wish. */
export function AttendanceList({ view, me, name, mayAct, editor }: Props) {
  const { say, weave } = useWords()
  const { attendees } = useRoom(view)
  const [affiliation, setAffiliation] = useState(keptAffiliation)
  useEffect(() => view.wantAttendees(), [view])
  if (attendees === null) return null
  const isListed = attendees.some(({ person }) => person.id === me.id)
  return (
    <section className={styles.section} aria-labelledby="room-here">
      <h3 className={styles.title} id="room-here">
        {say('Here')} <span className={styles.label}>{attendees.length}</span>
      </h3>
      {attendees.length > 0 && (
        <ul className={styles.list} aria-label={say('Who is here')}>
          {attendees.map((each) => (
            <li key={each.person.id} className={styles.entry}>
              <Avatar person={each.person} size="small" />
              <span className={styles.name}>
                <bdi>{each.person.name}</bdi>
                {each.affiliation !== '' && <bdi className={styles.label}> {each.affiliation}</bdi>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isListed ? (
        <Button onClick={() => void view.wish({ is: 'unattend' })}>{say('Take me off the list')}</Button>
      ) : (
        mayAct && (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              keepAffiliation(affiliation)
              void view.wish({ is: 'attend', affiliation })
            }}
          >
            <p className={styles.none}>
              {weave('Everybody in this pad sees you listed as {name}, and may put the list into the notes.', {
                name: <bdi>{me.name}</bdi>,
              })}
            </p>
            <TextField
              label={say('Affiliation (optional)')}
              maxLength={LONGEST_AFFILIATION}
              value={affiliation}
              onText={setAffiliation}
            />
            <Button type="submit">{say('I am here')}</Button>
          </form>
        )
      )}
      {attendees.length > 0 && (
        <div className={styles.actions}>
          {mayAct && editor && (
            <Button
              kind="quiet"
              onClick={() => putIntoPad(editor, attendanceLines(attendees), sentence('The list is in the pad.'))}
            >
              {say('Put into the pad')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => download(`${name}-attendance.csv`, attendanceCsv(attendees))}>
            {say('Export as CSV')}
          </Button>
        </div>
      )}
    </section>
  )
}

const AFFILIATION_KEY = 'forumpad/affiliation'

function keptAffiliation(): string {
  try {
    return localStorage.getItem(AFFILIATION_KEY) ?? ''
  } catch {
    return ''
  }
}

function keepAffiliation(affiliation: string) {
  try {
    localStorage.setItem(AFFILIATION_KEY, affiliation)
  } catch {}
}

function download(name: string, text: string) {
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
