import { useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import type { Words } from '../../languages/words.ts'
import { Button } from '../../ui/button.tsx'
import { readersTime } from '../pad-badge.tsx'
import { changesIn, lastChange } from './copy-notes.ts'
import styles from './unsent.module.css'
import type { NotedCopy } from './use-noted-copies.ts'
import { WordsToCopy } from './words-to-copy.tsx'

/**
 * One pad with unsent text: its words on asking, and the way to it. An old copy cannot be sent any more: when its words were taken
 * away, it can be deleted.
 */
export function UnsentEntry({ copy, isOld }: { copy: NotedCopy; isOld: boolean }) {
  const words = useWords()
  const { say } = words
  const [lines, setLines] = useState<readonly string[] | null>(null)
  const [taken, setTaken] = useState(false)
  const show = async () => setLines(await (await import('./kept-words.ts')).keptWords(copy))
  const forget = async () => (await import('./kept-words.ts')).forgetKept(copy)
  return (
    <li className={styles.entry}>
      <a className={styles.pad} href={`/p/${encodeURIComponent(copy.pad)}`} dir="auto">
        {copy.note.title}
      </a>
      <span className={styles.facts}>{factsOf(copy, isOld, words)}</span>
      {lines === null && (
        <Button onClick={show} aria-label={say('Show the unsent text of {title}', { title: copy.note.title })}>
          {say('Show text')}
        </Button>
      )}
      {lines !== null &&
        (lines.length === 0 ? (
          <p className={styles.facts}>{say('No words, only changes to what is there.')}</p>
        ) : (
          <WordsToCopy lines={lines} onCopied={() => setTaken(true)} />
        ))}
      {isOld && lines !== null && (taken || lines.length === 0) && (
        <Button onClick={forget}>{say('Delete it from this device')}</Button>
      )}
    </li>
  )
}

function factsOf({ note }: NotedCopy, isOld: boolean, words: Words): string {
  const facts = { count: changesIn(note), when: readersTime(lastChange(note), words) }
  return isOld
    ? words.say(
        '{count, plural, one {# change, {when}, from before the pad was begun anew} other {# changes, {when}, from before the pad was begun anew}}',
        facts,
      )
    : words.say('{count, plural, one {# change, {when}} other {# changes, {when}}}', facts)
}
