import { type ChatMessage, keepsOrder, type Person } from '@forumpad/api'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { putIntoPad } from '../beside/into-pad.ts'
import type { LivePad } from '../live-pad.ts'
import { peopleIn } from '../presence.ts'
import { usePadEditor } from '../use-editor.ts'
import styles from './chat.module.css'
import { ChatBox } from './chat-box.tsx'
import { ChatEntry } from './chat-entry.tsx'
import type { ChatLog } from './chat-log.ts'
import { useChatSaid } from './use-chat-said.ts'

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000

type Props = { pad: LivePad; log: ChatLog; me: Person; writable: boolean }

/** What people say beside the pad. */
export function ChatPanel({ pad, log, me, writable }: Props) {
  const { say } = useWords()
  const state = useSyncExternalStore(log.subscribe, log.state)
  const { messages, loaded, older } = state
  const editor = usePadEditor(pad)
  const { asides, awareness } = pad.connection
  const box = useRef<HTMLTextAreaElement>(null)
  const said = useChatSaid(messages, loaded, me.id)
  const { list, hasNews, toEnd } = useKeptAtEnd(messages)

  useEffect(() => {
    const look = () => log.look(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      log.look(false)
    }
  }, [log])

  // As one string, so that a message of somebody who is known draws no other message anew.
  const names = [
    ...new Set([...messages.map(({ person }) => person.name), ...peopleIn(awareness, me).map(nameOf)]),
  ].join('\n')
  const onMove = useCallback(
    ({ person, text }: ChatMessage) =>
      editor &&
      putIntoPad(editor, [{ kind: 'text', words: `${person.name}: ${text}` }], sentence('Moved into the pad.')),
    [editor],
  )
  const onDelete = useCallback((id: number) => void log.delete(id), [log])
  const mayWrite = writable && asides.role !== 'reader'

  return (
    <div className={styles.chat}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.list} ref={list} tabIndex={0} aria-label={say('Messages')}>
        {older && (
          <Button kind="quiet" onClick={() => void log.older()}>
            {say('Earlier messages')}
          </Button>
        )}
        {loaded && messages.length === 0 && (
          <p className={styles.none}>{say('Nothing has been said yet. What is said here stays with the pad.')}</p>
        )}
        <ol className={styles.entries}>
          {messages.map((message, index) => (
            <ChatEntry
              key={message.id}
              message={message}
              follows={isTogether(messages[index - 1], message)}
              names={names}
              me={me.name}
              mayDelete={message.person.id === me.id || (asides.role !== null && keepsOrder(asides.role))}
              onMove={mayWrite && editor ? onMove : undefined}
              onDelete={onDelete}
            />
          ))}
        </ol>
      </section>
      {hasNews && (
        <Button className={styles.news} onClick={toEnd}>
          {say('New messages')}
        </Button>
      )}
      <span role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </span>
      {mayWrite ? (
        <ChatBox log={log} state={state} box={box} />
      ) : (
        <p className={styles.none}>
          {writable
            ? say('You may read this chat, not write in it.')
            : say('This pad is frozen: its chat can be read.')}
        </p>
      )}
    </div>
  )
}

const nameOf = ({ name }: Person) => name

function isTogether(before: ChatMessage | undefined, { person, at }: ChatMessage): boolean {
  return (
    before !== undefined &&
    before.person.id === person.id &&
    before.person.name === person.name &&
    at - before.at < TOGETHER_MS
  )
}

/** Keeps the newest message in sight of whoever was at the end; whoever has scrolled back stays where they read. */
function useKeptAtEnd(messages: readonly ChatMessage[]) {
  const list = useRef<HTMLDivElement>(null)
  const before = useRef({ isAtEnd: true, first: 0, last: 0, height: 0 })
  const [hasNews, setHasNews] = useState(false)
  const first = messages[0]?.id ?? 0
  const last = messages.at(-1)?.id ?? 0

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const was = before.current
    if (was.isAtEnd) element.scrollTop = element.scrollHeight
    else if (first < was.first) element.scrollTop += element.scrollHeight - was.height
    else if (last > was.last) setHasNews(true)
    before.current = { ...was, first, last, height: element.scrollHeight }
  }, [first, last])

  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40
      before.current.isAtEnd = isAtEnd
      if (isAtEnd) setHasNews(false)
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [])

  const toEnd = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
    setHasNews(false)
  }
  return { list, hasNews, toEnd }
}
