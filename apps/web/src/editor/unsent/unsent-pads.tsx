import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { useId } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import type { CopyId } from './copy-notes.ts'
import styles from './unsent.module.css'
import { UnsentEntry } from './unsent-entry.tsx'
import { useNotedCopies } from './use-noted-copies.ts'

/** The pads with unsent text of this person on this device, but for the one that is open; nothing when there are none. */
export function UnsentPads({ person, open }: { person: string; open?: CopyId }) {
  const { say } = useWords()
  const id = useId()
  const copies = useNotedCopies(person).filter((copy) => !open || !isSame(copy, open))
  if (copies.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {open ? say('Unsent text in other pads') : say('Pads with unsent text')}
      </h2>
      <p className={styles.facts}>
        {say('Kept on this device for you alone. It is sent when you open its pad online.')}
      </p>
      <ul>
        {copies.map((copy) => (
          <UnsentEntry key={`${copy.pad} ${copy.epoch} ${copy.schema}`} copy={copy} isOld={isOld(copy, open)} />
        ))}
      </ul>
    </section>
  )
}

/** Only the pad's own page knows its epoch. */
function isOld(copy: CopyId, open: CopyId | undefined): boolean {
  return copy.schema !== SCHEMA_VERSION || (copy.pad === open?.pad && copy.epoch !== open.epoch)
}

function isSame(a: CopyId, b: CopyId): boolean {
  return a.pad === b.pad && a.epoch === b.epoch && a.schema === b.schema
}
