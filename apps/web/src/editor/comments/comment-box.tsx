import { LONGEST_COMMENT, type PassageAnchor } from '@forumpad/api'
import { useId, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import type { CommentList } from './comment-list.ts'
import styles from './comments.module.css'

type Props = {
  list: CommentList
  /** The thread that is answered; 0 for a new one. */
  thread: number
  label: string
  button: string
  /** What a new comment is about; null where nothing is selected. */
  about(): PassageAnchor | null
}

/** Where one writes. What the server does not take stays in the box, also when the panel is closed meanwhile. */
export function CommentBox({ list, thread, label, button, about }: Props) {
  const { say } = useWords()
  const id = useId()
  const [text, setText] = useState(() => list.draft(thread))
  const [state, setState] = useState<{ is: 'ready' } | { is: 'sending' } | { is: 'refused'; why: string }>({
    is: 'ready',
  })

  async function send(): Promise<void> {
    if (state.is === 'sending' || text.trim() === '') return
    const of = thread === 0 ? about() : thread
    if (of === null) return setState({ is: 'refused', why: say('Select the words in the text that this is about.') })
    if (text.length > LONGEST_COMMENT) {
      const why = say(
        '{count, plural, one {This is # character too long. Say it in parts.} other {This is # characters too long. Say it in parts.}}',
        { count: text.length - LONGEST_COMMENT },
      )
      return setState({ is: 'refused', why })
    }
    setState({ is: 'sending' })
    const why = await list.send(of)
    setText(list.draft(thread))
    setState(why === undefined ? { is: 'ready' } : { is: 'refused', why: say(why) })
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.frame}>
        <textarea
          id={id}
          className={styles.box}
          rows={1}
          value={text}
          dir="auto"
          aria-describedby={`${id}-said`}
          onChange={({ target }) => {
            list.write(thread, target.value)
            setText(target.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            void send()
          }}
        />
        <Button type="submit" aria-disabled={state.is === 'sending' || undefined}>
          {button}
        </Button>
      </div>
      <p className={styles.problem} id={`${id}-said`} role="status">
        {state.is === 'refused' ? state.why : ''}
      </p>
    </form>
  )
}
