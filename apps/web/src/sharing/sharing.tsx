import { useWords } from '../languages/use-words.tsx'
import { AccessChoice } from './access-choice.tsx'
import { LinkList } from './link-list.tsx'
import { LinkMaker } from './link-maker.tsx'
import { LockChoice } from './lock-choice.tsx'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'
import { useSharing } from './use-sharing.ts'

/** For moderators and organisers: who may come, the links, and who holds what by them. */
export function Sharing({ thing, tracks = [] }: { thing: SharedThing; tracks?: readonly string[] }) {
  const { say } = useWords()
  const { links, access, problem, make, revoke, choose, lock } = useSharing(thing)
  return (
    <div className={styles.sharing}>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {say(problem)}
        </p>
      )}
      <AccessChoice thing={thing} access={access} choose={choose} />
      {access !== null && <LockChoice thing={thing} lock={access.lock} setLock={lock} />}
      <LinkMaker thing={thing} tracks={tracks} make={make} />
      <LinkList thing={thing} links={links} revoke={revoke} />
    </div>
  )
}
