import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import './beside.css'
import type { Passage } from '@forumpad/pad-schema'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { ChatLog } from '../chat/chat-log.ts'
import { ChatPanel } from '../chat/chat-panel.tsx'
import type { CommentList } from '../comments/comment-list.ts'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import { RoomPanel } from '../room/room-panel.tsx'
import type { RoomView } from '../room/room-view.ts'
import { useKeyboardInset } from '../use-keyboard-inset.ts'
import styles from './beside.module.css'
import type { BesideProps } from './beside-props.ts'

export type Shown = 'chat' | 'comments' | 'room'

const WAYS: readonly [Shown, string][] = [
  ['chat', sentence('Chat')],
  ['comments', sentence('Comments')],
  ['room', sentence('In the room')],
]

type Props = BesideProps & {
  log: ChatLog
  view: RoomView
  comments: CommentList
  passages: ReadonlyMap<number, Passage | null>
  /** The thread of comments that was asked for. */
  asked: number | null
  shown: Shown
  onShow(which: Shown): void
  onClose(): void
}

/** Beside the text where there is room, over its edge where there is less, and a sheet from below on a phone. */
export function SidePanel({ log, view, comments, passages, asked, shown, onShow, onClose, ...props }: Props) {
  const { say } = useWords()
  const { pad, name, me, frozen } = props
  const panel = useRef<HTMLElement>(null)
  useKeyboardInset(panel)
  useEffect(() => {
    const root = document.documentElement
    root.dataset.beside = ''
    panel.current?.focus()
    return () => {
      delete root.dataset.beside
    }
  }, [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      tabIndex={-1}
      aria-label={say('Beside the pad')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
    >
      <div className={styles.head}>
        <div className={styles.ways}>
          <h2>
            <VisuallyHidden>{say('Beside the pad')}</VisuallyHidden>
          </h2>
          {WAYS.map(([which, words]) => (
            <button
              key={which}
              type="button"
              className={styles.way}
              aria-pressed={shown === which}
              onClick={() => onShow(which)}
            >
              {say(words)}
            </button>
          ))}
        </div>
        <Button kind="quiet" aria-label={say('Close')} title={say('Close (Escape)')} onClick={onClose}>
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      {shown === 'chat' && <ChatPanel pad={pad} log={log} me={me} writable={!frozen} />}
      {shown === 'comments' && (
        <CommentsPanel
          {...{ pad, passages, me, asked }}
          list={comments}
          writable={pad.connection.state().badge.is !== 'frozen'}
        />
      )}
      {shown === 'room' && <RoomPanel pad={pad} name={name} view={view} me={me} writable={!frozen} />}
    </aside>
  )
}
