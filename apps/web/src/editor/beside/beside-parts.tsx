import { MessagesSquare } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { ChatLog } from '../chat/chat-log.ts'
import { readMark } from '../chat/read-mark.ts'
import { RoomChips } from '../room/room-chips.tsx'
import { RoomView } from '../room/room-view.ts'
import { useRoom } from '../room/use-room.ts'
import styles from './beside.module.css'
import type { BesideProps } from './beside-props.ts'
import { SidePanel } from './side-panel.tsx'

/** The button in the bar, and the panel that it opens. */
export function BesideParts(props: BesideProps) {
  const { pad, name, me, facts, frozen } = props
  const { asides } = pad.connection
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const log = useMade(() => new ChatLog(asides, me.id, readMark(name)))
  const view = useMade(() => new RoomView(asides))
  const hands = useRoom(view).room?.waiting.length ?? 0
  const unread = useSyncExternalStore(log.subscribe, () => log.state().unread)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const words = [
    'Chat and room',
    ...(unread > 0 ? [`${unread} new`] : []),
    ...(hands > 0 ? [`${hands} waiting to speak`] : []),
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
      {isOpen && createPortal(<SidePanel {...props} log={log} view={view} onClose={close} />, document.body)}
    </>
  )
}

/** Made once for the page, and closed with it. */
function useMade<Made extends { close(): void }>(make: () => Made): Made {
  const [made] = useState(make)
  useEffect(() => () => made.close(), [made])
  return made
}
