import { MessagesSquare } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../../languages/use-words.tsx'
import { ChatLog } from '../chat/chat-log.ts'
import { readMark } from '../chat/read-mark.ts'
import { CommentList } from '../comments/comment-list.ts'
import { CommentMarks } from '../comments/comment-marks.tsx'
import { usePassages } from '../comments/use-passages.ts'
import { RoomChips } from '../room/room-chips.tsx'
import { RoomView } from '../room/room-view.ts'
import { useRoom } from '../room/use-room.ts'
import { usePadEditor } from '../use-editor.ts'
import styles from './beside.module.css'
import type { BesideProps } from './beside-props.ts'
import { type Shown, SidePanel } from './side-panel.tsx'

/** The button in the bar, and the panel that it opens. */
export function BesideParts(props: BesideProps) {
  const { pad, name, me, facts, frozen } = props
  const { say } = useWords()
  const { asides } = pad.connection
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const log = useMade(() => new ChatLog(asides, me.id, readMark(name)))
  const view = useMade(() => new RoomView(asides))
  const comments = useMade(() => new CommentList(asides))
  const { threads } = useSyncExternalStore(comments.subscribe, comments.state)
  const editor = usePadEditor(pad)
  const passages = usePassages(editor, threads)
  const [shown, setShown] = useState<Shown>('chat')
  const [asked, setAsked] = useState<number | null>(null)
  const hands = useRoom(view).room?.waiting.length ?? 0
  const unread = useSyncExternalStore(log.subscribe, () => log.state().unread)
  const close = () => {
    setOpen(false)
    setAsked(null)
    button.current?.focus()
  }
  const words = [
    say('Chat, comments and room'),
    ...(unread > 0 ? [say('{unread, plural, other {# new}}', { unread })] : []),
    ...(hands > 0 ? [say('{hands, plural, other {# waiting to speak}}', { hands })] : []),
  ].join(', ')
  return (
    <>
      <button
        type="button"
        ref={button}
        className={styles.trigger}
        aria-expanded={isOpen}
        aria-label={words}
        title={words}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        <MessagesSquare size={17} strokeWidth={1.75} aria-hidden="true" />
        {unread > 0 && (
          <span className={styles.count} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <RoomChips view={view} asides={asides} me={me} facts={facts} mayAct={!frozen && asides.role !== 'reader'} />
      {editor && (
        <CommentMarks
          editor={editor}
          threads={threads}
          passages={passages}
          onOpen={(thread) => {
            setShown('comments')
            setAsked(thread)
            setOpen(true)
          }}
        />
      )}
      {isOpen &&
        createPortal(
          <SidePanel
            {...props}
            {...{ log, view, comments, passages, asked, shown }}
            onShow={setShown}
            onClose={close}
          />,
          document.body,
        )}
    </>
  )
}

/** Made once for the page, and closed with it. */
function useMade<Made extends { close(): void }>(make: () => Made): Made {
  const [made] = useState(make)
  useEffect(() => () => made.close(), [made])
  return made
}
