import { Popover } from '@base-ui/react/popover'
import type { Person } from '@forumpad/api'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import styles from './here-now.module.css'
import { HereNowDiscs } from './here-now-discs.tsx'
import type { LivePad } from './live-pad.ts'
import { MyselfForm } from './myself-form.tsx'
import floating from './popover.module.css'
import { peopleIn, samePeople } from './presence.ts'

/** Who is in the pad: discs in the bar, names on asking, and oneself to be changed in place. */
export function HereNow({ pad, me, onMe }: { pad: LivePad; me: Person; onMe(me: Person): void }) {
  const people = usePeople(pad, me)
  const { awareness } = pad.connection
  useEffect(() => awareness.setLocalStateField('user', me), [awareness, me])
  const count = people.length === 1 ? 'Only you are here' : `${people.length} people are here`
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger} aria-label={`${count}. Show names`} title={count}>
        <HereNowDiscs people={people} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={8} className={floating.positioner}>
          <Popover.Popup className={floating.popup}>
            <div className={styles.panel}>
              <MyselfForm me={me} onMe={onMe} />
              <Popover.Title className={styles.count}>{count}</Popover.Title>
              <ul className={styles.list}>
                {people.map((person) => (
                  <li key={person.id} className={styles.person}>
                    <Avatar person={person} size="small" />
                    <bdi>{person.name}</bdi>
                    {person.id === me.id && <span className={styles.you}>you</span>}
                  </li>
                ))}
              </ul>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function usePeople(pad: LivePad, me: Person): readonly Person[] {
  const { awareness } = pad.connection
  const last = useRef<readonly Person[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener)
      return () => awareness.off('change', listener)
    },
    [awareness],
  )
  return useSyncExternalStore(subscribe, () => {
    const people = peopleIn(awareness, me)
    if (!samePeople(people, last.current)) last.current = people
    return last.current
  })
}
