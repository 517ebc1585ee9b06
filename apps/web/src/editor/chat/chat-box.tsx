import { LONGEST_CHAT_MESSAGE } from '@forumpad/api'
import { type RefObject, useId } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './chat.module.css'
import type { ChatLog, ChatState } from './chat-log.ts'

type Props = { log: ChatLog; state: ChatState; box: RefObject<HTMLTextAreaElement | null> }

/** Where one writes. What the server does not take stays in the box. */
export function ChatBox({ log, state, box }: Props) {
  const { say } = useWords()
  const { draft, said, sending } = state
  const id = useId()
  const left = LONGEST_CHAT_MESSAGE - draft.length
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void log.send()
        box.current?.focus()
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {say('Write to everybody here')}
      </label>
      <div className={styles.frame}>
        <textarea
          ref={box}
          id={id}
          className={styles.box}
          rows={1}
          value={draft}
          dir="auto"
          aria-describedby={`${id}-said`}
          aria-busy={sending || undefined}
          onChange={(event) => log.write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            void log.send()
          }}
        />
        <Button type="submit" aria-disabled={sending || undefined}>
          {say('Send')}
        </Button>
      </div>
      <p className={styles.said} id={`${id}-said`} role="status" data-problem={said?.is === 'problem' || undefined}>
        {said !== null
          ? say(said.text, said.values)
          : left < 200
            ? say('{left, plural, one {# character left} other {# characters left}}', { left })
            : ''}
      </p>
    </form>
  )
}
