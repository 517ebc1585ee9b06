import './beside.css'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import type { ChatLog } from '../chat/chat-log.ts'
import { ChatPanel } from '../chat/chat-panel.tsx'
import { useKeyboardInset } from '../use-keyboard-inset.ts'
import styles from './beside.module.css'
import type { BesideProps } from './beside-props.ts'

type Props = BesideProps & { log: ChatLog; onClose(): void }

/** Beside the text where there is room, over its edge where there is less, and a sheet from below on a phone. */
export function SidePanel({ log, onClose, ...props }: Props) {
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
        <h2 className={styles.title}>Chat</h2>
        <Button kind="quiet" aria-label="Close" title="Close (Escape)" onClick={onClose}>
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      <ChatPanel pad={props.pad} log={log} me={props.me} writable={!props.frozen} />
    </aside>
  )
}
