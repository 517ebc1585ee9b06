import type { ChatMessage } from '@forumpad/api'
import { FileInput, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { clock } from '../../ui/event-times.ts'
import styles from './chat.module.css'
import { mentionsIn } from './mentions.ts'

type Props = {
  message: ChatMessage
  /** The one before was said by the same person just now: who and when need not be said again. */
  follows: boolean
  /** Of everybody who may be meant, one a line. */
  names: string
  me: string
  mayDelete: boolean
  /** Undefined where nothing can be written. */
  onMove: ((message: ChatMessage) => void) | undefined
  onDelete(id: number): void
}

const MARKS = {
  author: sentence('Deleted by its author'),
  moderator: sentence('Deleted by a moderator'),
  organiser: sentence('Deleted by the organiser'),
} as const

export const ChatEntry = memo(function ChatEntry(props: Props) {
  const { say } = useWords()
  const { message, follows, names, me, mayDelete, onMove, onDelete } = props
  const { person, text, at, deletedBy } = message
  return (
    <li className={styles.entry} data-follows={follows || undefined}>
      {!follows && (
        <p className={styles.who}>
          <Avatar person={person} size="small" />
          <bdi className={styles.name}>{person.name}</bdi>
          <time className={styles.time} dateTime={new Date(at).toISOString()}>
            {clock(at, Intl.DateTimeFormat().resolvedOptions().timeZone)}
          </time>
        </p>
      )}
      <div className={styles.line}>
        {deletedBy !== null ? (
          <p className={styles.mark}>{say(MARKS[deletedBy])}</p>
        ) : (
          <>
            <p className={styles.words} dir="auto">
              {mentionsIn(text, names.split('\n')).map((part, index) =>
                part.mention === null ? (
                  part.text
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change their order
                  <mark key={index} className={styles.mention} data-me={part.mention === me || undefined}>
                    {part.text}
                  </mark>
                ),
              )}
            </p>
            <span className={styles.tools}>
              {onMove && (
                <button
                  type="button"
                  className={styles.tool}
                  title={say('Move into the pad')}
                  aria-label={say('Move into the pad: {words}', { words: short(text) })}
                  onClick={() => onMove(message)}
                >
                  <FileInput size={15} strokeWidth={1.75} aria-hidden="true" />
                </button>
              )}
              {mayDelete && (
                <button
                  type="button"
                  className={styles.tool}
                  title={say('Delete')}
                  aria-label={say('Delete: {words}', { words: short(text) })}
                  onClick={() => onDelete(message.id)}
                >
                  <Trash2 size={15} strokeWidth={1.75} aria-hidden="true" />
                </button>
              )}
            </span>
          </>
        )}
      </div>
    </li>
  )
})

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
