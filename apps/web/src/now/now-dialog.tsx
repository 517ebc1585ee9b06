import { LONGEST_NOW, type NowWish } from '@forumpad/api'
import { useEffect, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { askServer } from '../ui/ask-server.ts'
import { Button } from '../ui/button.tsx'
import { PageDialog } from '../ui/page-dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lateWords } from './board-time.ts'
import styles from './now-dialog.module.css'

const LATE = [0, 5, 10, 15, 20, 30, 45, 60]

/** What the board and the door sign say of this session: "Now: …", and how late it runs. */
export function NowDialog({ pad, close }: { pad: string; close: () => void }) {
  const { say } = useWords()
  const path = `/api/v1/pads/${encodeURIComponent(pad)}/now`
  const [topic, setTopic] = useState('')
  const [late, setLate] = useState(0)
  const [said, setSaid] = useState('')

  useEffect(() => {
    void askServer<NowWish>('GET', path).then((answer) => {
      if (answer.is !== 'done') return
      setTopic(answer.body.topic ?? '')
      setLate(answer.body.lateMinutes)
    })
  }, [path])

  const put = async (wish: NowWish) => {
    const answer = await askServer<NowWish>('PUT', path, wish)
    if (answer.is === 'problem') return setSaid(say(answer.problem))
    setTopic(answer.body.topic ?? '')
    setLate(answer.body.lateMinutes)
    setSaid(say('The board shows it.'))
  }

  return (
    <PageDialog title={say('On the board')} width="narrow" close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void put({ topic: topic.trim() || null, lateMinutes: late })
        }}
      >
        <TextField
          label={say('Now')}
          placeholder={say('What is being talked about')}
          maxLength={LONGEST_NOW}
          value={topic}
          onText={setTopic}
        />
        <label className={styles.late}>
          {say('Running late')}
          <select value={late} onChange={(event) => setLate(Number(event.target.value))}>
            {[...new Set([...LATE, late])].map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? say('On time') : lateWords(minutes, say)}
              </option>
            ))}
          </select>
        </label>
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {say('Show it')}
          </Button>
          <Button onClick={() => void put({ topic: null, lateMinutes: 0 })}>{say('Clear')}</Button>
        </div>
        <p role="status" className={styles.said}>
          {said}
        </p>
      </form>
    </PageDialog>
  )
}
