import type { PadComment, Person } from '@forumpad/api'
import type { Passage } from '@forumpad/pad-schema'
import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { clock, dayName, wallTime } from '../../ui/event-times.ts'
import { mentionsIn } from '../chat/mentions.ts'
import { CommentBox } from './comment-box.tsx'
import type { CommentList, Thread } from './comment-list.ts'
import styles from './comments.module.css'

type Props = {
  thread: Thread
  /** Null: its words are gone; undefined: not looked for yet. */
  passage: Passage | null | undefined
  list: CommentList
  me: Person
  mayWrite: boolean
  keepsOrder: boolean
  isAsked: boolean
  onGo(): void
  onProblem(words: string | null): void
}

const MARKS = {
  author: sentence('Deleted by its author'),
  moderator: sentence('Deleted by a moderator'),
  organiser: sentence('Deleted by the organiser'),
} as const

/** What is said about one passage. */
export function CommentThread(props: Props) {
  const { say, weave } = useWords()
  const { thread, passage, list, me, mayWrite, keepsOrder, isAsked, onGo, onProblem } = props
  const { first, answers } = thread
  const entry = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isAsked) entry.current?.focus()
  }, [isAsked])
  const names = [...new Set([first, ...answers].map(({ person }) => person.name))]
  const isSettled = first.resolvedBy !== null
  const settle = async () => onProblem((await list.do({ is: 'settle', thread: first.id, settled: !isSettled })) ?? null)
  const remove = async (id: number) => onProblem((await list.do({ is: 'delete', id })) ?? null)
  return (
    <li ref={entry} className={styles.thread} tabIndex={-1}>
      <div className={styles.head}>
        {passage === null ? (
          <p className={styles.gone}>
            {say('These words are gone:')} <q dir="auto">{first.quote}</q>
          </p>
        ) : (
          <button type="button" className={styles.quote} onClick={onGo} title={say('Go to these words')}>
            <q dir="auto">{passage?.words ?? first.quote}</q>
          </button>
        )}
        {mayWrite && (
          <button
            type="button"
            className={styles.tool}
            title={isSettled ? say('Open again') : say('Settled')}
            aria-label={`${isSettled ? say('Open again') : say('Settled')}: ${first.quote.slice(0, 60)}`}
            onClick={settle}
          >
            {isSettled ? <RotateCcw size={15} aria-hidden="true" /> : <Check size={16} aria-hidden="true" />}
          </button>
        )}
      </div>
      {[first, ...answers].map((comment) => (
        <Entry
          key={comment.id}
          comment={comment}
          names={names}
          onDelete={comment.person.id === me.id || keepsOrder ? () => remove(comment.id) : undefined}
        />
      ))}
      {isSettled && (
        <p className={styles.settled}>{weave('Settled by {name}', { name: <bdi>{first.resolvedBy}</bdi> })}</p>
      )}
      {mayWrite && !isSettled && (
        <CommentBox list={list} thread={first.id} label={say('Answer')} button={say('Answer')} about={() => null} />
      )}
    </li>
  )
}

type EntryProps = { comment: PadComment; names: readonly string[]; onDelete: (() => void) | undefined }

function Entry({ comment: { person, at, text, deletedBy }, names, onDelete }: EntryProps) {
  const words = useWords()
  const { say } = words
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={styles.entry}>
      <p className={styles.who}>
        <Avatar person={person} size="small" />
        <bdi className={styles.name}>{person.name}</bdi>
        <time className={styles.time} dateTime={new Date(at).toISOString()}>
          {dayName(wallTime(at, zone).date, words)} {clock(at, zone)}
        </time>
        {onDelete && deletedBy === null && (
          <button
            type="button"
            className={styles.tool}
            title={say('Delete')}
            aria-label={say('Delete: {words}', { words: text.slice(0, 60) })}
            onClick={onDelete}
          >
            <Trash2 size={15} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
      </p>
      {deletedBy !== null ? (
        <p className={styles.gone}>{say(MARKS[deletedBy])}</p>
      ) : (
        <p className={styles.words} dir="auto">
          {mentionsIn(text, names).map((part, index) =>
            part.mention === null ? (
              part.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comment never change their order
              <mark key={index} className={styles.mention}>
                {part.text}
              </mark>
            ),
          )}
        </p>
      )}
    </div>
  )
}
