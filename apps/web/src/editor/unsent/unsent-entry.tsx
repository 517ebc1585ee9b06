import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { changesIn, lastChange } from './copy-notes.ts'
import styles from './unsent.module.css'
import type { NotedCopy } from './use-noted-copies.ts'
import { WordsToCopy } from './words-to-copy.tsx'

/**
 * One pad with unsent text: its words on asking, and the way to it. An old copy cannot be sent any more: when its words were taken
 * away, it can be deleted.
 */
export function UnsentEntry({ copy, isOld }: { copy: NotedCopy; isOld: boolean }) {
  const [lines, setLines] = useState<readonly string[] | null>(null)
  const [taken, setTaken] = useState(false)
  const show = async () => setLines(await (await import('./kept-words.ts')).keptWords(copy))
  const forget = async () => (await import('./kept-words.ts')).forgetKept(copy)
  return (
    <li className={styles.entry}>
      <a className={styles.pad} href={`/p/${encodeURIComponent(copy.pad)}`} dir="auto">
        {copy.note.title}
      </a>
      <span className={styles.facts}>{factsOf(copy, isOld)}</span>
      {lines === null && (
        <Button onClick={show} aria-label={`Show the unsent text of ${copy.note.title}`}>
          Show text
        </Button>
      )}
      {lines !== null &&
        (lines.length === 0 ? (
          <p className={styles.facts}>No words, only changes to what is there.</p>
        ) : (
          <WordsToCopy lines={lines} onCopied={() => setTaken(true)} />
        ))}
      {isOld && lines !== null && (taken || lines.length === 0) && (
        <Button onClick={forget}>Delete it from this device</Button>
      )}
    </li>
  )
}

function factsOf({ note }: NotedCopy, isOld: boolean): string {
  const count = changesIn(note)
  const when = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const facts = `${count === 1 ? '1 change' : `${count} changes`}, ${when.format(lastChange(note))}`
  return isOld ? `${facts}, from before the pad was begun anew` : facts
}
