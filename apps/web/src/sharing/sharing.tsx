import { AccessChoice } from './access-choice.tsx'
import { LinkList } from './link-list.tsx'
import { LinkMaker } from './link-maker.tsx'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'
import { useSharing } from './use-sharing.ts'

/** For moderators and organisers: who may come, the links, and who holds what by them. */
export function Sharing({ thing, tracks = [] }: { thing: SharedThing; tracks?: readonly string[] }) {
  const { links, access, problem, make, revoke, choose } = useSharing(thing)
  return (
    <div className={styles.sharing}>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <AccessChoice thing={thing} access={access} choose={choose} />
      <LinkMaker thing={thing} tracks={tracks} make={make} />
      <LinkList thing={thing} links={links} revoke={revoke} />
    </div>
  )
}
