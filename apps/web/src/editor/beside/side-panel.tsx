import './beside.css'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { ChatLog } from '../chat/chat-log.ts'
import { ChatPanel } from '../chat/chat-panel.tsx'
import { RoomPanel } from '../room/room-panel.tsx'
import type { RoomView } from '../room/room-view.ts'
import { useKeyboardInset } from '../use-keyboard-inset.ts'
import styles from './beside.module.css'
import type { BesideProps } from './beside-props.ts'

type Shown = 'chat' | 'room'

const WAYS: readonly [Shown, string][] = [
  ['chat', 'Chat'],
  ['room', 'In the room'],
]

/** What was shown last is shown again. */
let lastShown: Shown = 'chat'

type Props = BesideProps & { log: ChatLog; view: RoomView; onClose(): void }

/** Beside the text where there is room, over its edge where there is less, and a sheet from below on a phone. */
export function SidePanel({ log, view, onClose, ...props }: Props) {
  const { pad, name, me, frozen } = props
  const [shown, setShown] = useState(lastShown)
  const show = (which: Shown) => {
    lastShown = which
    setShown(which)
  }
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
      aria-label="Beside the pad"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
    >
      <div className={styles.head}>
        <div className={styles.ways}>
          <h2>
            <VisuallyHidden>Beside the pad</VisuallyHidden>
          </h2>
          {WAYS.map(([which, words]) => (
            <button
              key={which}
              type="button"
              className={styles.way}
              aria-pressed={shown === which}
              onClick={() => show(which)}
            >
              {words}
            </button>
          ))}
        </div>
        <Button kind="quiet" aria-label="Close" title="Close (Escape)" onClick={onClose}>
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      {shown === 'chat' ? (
        <ChatPanel pad={pad} log={log} me={me} writable={!frozen} />
      ) : (
        <RoomPanel pad={pad} name={name} view={view} me={me} writable={!frozen} />
      )}
    </aside>
  )
}
