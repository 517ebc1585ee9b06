import { keepsOrder, type Person } from '@forumpad/api'
import { useWords } from '../../languages/use-words.tsx'
import type { LivePad } from '../live-pad.ts'
import { usePadEditor } from '../use-editor.ts'
import { AttendanceList } from './attendance-list.tsx'
import styles from './room.module.css'
import type { RoomView } from './room-view.ts'
import { Speakers } from './speakers.tsx'
import { Timers } from './timers.tsx'
import { useRoom } from './use-room.ts'

type Props = { pad: LivePad; name: string; view: RoomView; me: Person; writable: boolean }

/** What goes on in the room: who speaks next, what is being timed, who is here. */
export function RoomPanel({ pad, name, view, me, writable }: Props) {
  const { say } = useWords()
  const { room, problem } = useRoom(view)
  const editor = usePadEditor(pad)
  const { role } = pad.connection.asides
  const mayAct = writable && role !== 'reader'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.room} tabIndex={0} aria-label={say('In the room')}>
      <p className={styles.problem} role="alert">
        {problem !== null && say(problem)}
      </p>
      {room === null && <p className={styles.none}>{say('This is shown when the line is back.')}</p>}
      <Speakers view={view} me={me} mayAct={mayAct} keepsOrder={role !== null && keepsOrder(role)} />
      {editor && <Timers view={view} editor={editor} mayAct={mayAct} />}
      <AttendanceList view={view} me={me} name={name} mayAct={mayAct} editor={editor} />
    </section>
  )
}
