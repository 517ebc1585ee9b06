import type { Editor } from '@tiptap/core'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditorFacts } from '../use-editor.ts'
import styles from './room.module.css'
import type { RoomView } from './room-view.ts'
import { timedLines } from './timed-lines.ts'
import { useRoom } from './use-room.ts'

/** The lines of the pad that say how long they take, each with a start. */
export function Timers({ view, editor, mayAct }: { view: RoomView; editor: Editor; mayAct: boolean }) {
  const { say } = useWords()
  const timer = useRoom(view).room?.timer ?? null
  const items = useEditorFacts(editor, ({ state }) => {
    const lines: string[] = []
    state.doc.forEach((line) => void lines.push(line.textContent))
    return timedLines(lines)
  })
  return (
    <section className={styles.section} aria-labelledby="room-timers">
      <h3 className={styles.title} id="room-timers">
        {say('Time')}
      </h3>
      {items.length === 0 ? (
        <p className={styles.none}>
          {say('Lines that end with a time, such as “Roadmap (10 min)”, can be timed here.')}
        </p>
      ) : (
        <ul className={styles.list} aria-label={say('Items with minutes')}>
          {items.map(({ topic, minutes }) => {
            const runs = timer?.topic === topic && timer.minutes === minutes
            return (
              <li key={`${topic} ${minutes}`} className={styles.entry}>
                <span className={styles.name} dir="auto">
                  {topic} <span className={styles.label}>{say('{minutes, plural, other {# min}}', { minutes })}</span>
                </span>
                {mayAct && (
                  <Button
                    kind="quiet"
                    className={styles.end}
                    aria-label={runs ? say('Stop {topic}', { topic }) : say('Start {topic}', { topic })}
                    onClick={() => void view.wish(runs ? { is: 'stop' } : { is: 'start', topic, minutes })}
                  >
                    {runs ? say('Stop') : say('Start')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
