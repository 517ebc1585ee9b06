import { Popover } from '@base-ui/react/popover'
import type { Person } from '@forumpad/api'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { loadPatiently } from '../ui/patient-load.ts'
import { OtherDevice } from './devices/other-device.tsx'
import type { Following } from './following/following.ts'
import styles from './here-now.module.css'
import { HereNowDiscs } from './here-now-discs.tsx'
import type { LivePad } from './live-pad.ts'
import { MyselfForm } from './myself-form.tsx'
import floating from './popover.module.css'
import { livePeople } from './presence.ts'

/** Who is in the pad: discs in the bar, names on asking, and oneself to be changed in place. */
export function HereNow({ pad, name, me, onMe }: { pad: LivePad; name: string; me: Person; onMe(me: Person): void }) {
  const { say } = useWords()
  const people = usePeople(pad, me)
  const more = usePeopleParts(pad)
  const [isOpen, setOpen] = useState(false)
  const count = say('{count, plural, one {Only you are here} other {# people are here}}', { count: people.length })
  return (
    <>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger
          className={styles.trigger}
          aria-label={say('{people}. Show names', { people: count })}
          title={count}
        >
          <HereNowDiscs people={people} />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner side="bottom" align="end" sideOffset={8} className={floating.positioner}>
            <Popover.Popup className={floating.popup}>
              <div className={styles.panel}>
                <MyselfForm me={me} onMe={onMe} />
                <OtherDevice pad={name} />
                <LanguageChoice inWords />
                <Popover.Title className={styles.count}>{count}</Popover.Title>
                {more && (
                  <more.parts.PeopleList
                    pad={pad}
                    people={people}
                    me={me}
                    following={more.following}
                    onFollow={() => setOpen(false)}
                  />
                )}
              </div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {more && <more.parts.FollowBar following={more.following} people={people} />}
    </>
  )
}

type PeopleParts = typeof import('./following/people-parts.tsx').peopleParts

/** Names in a list, and following one of them, come after the editor: they must delay no one who wants to write. */
function usePeopleParts(pad: LivePad): { parts: PeopleParts; following: Following } | null {
  const [more, setMore] = useState<{ parts: PeopleParts; following: Following } | null>(null)
  useEffect(() => {
    let end: (() => void) | null = null
    let left = false
    loadPatiently(() => import('./following/people-parts.tsx')).then(({ peopleParts: parts }) => {
      if (left) return
      const following = parts.openFollowing(pad)
      const stopTelling = parts.tellAway(pad.connection.awareness)
      end = () => {
        stopTelling()
        following.end()
      }
      setMore({ parts, following })
    })
    return () => {
      left = true
      end?.()
    }
  }, [pad])
  return more
}

function usePeople(pad: LivePad, me: Person): readonly Person[] {
  const { awareness } = pad.connection
  const { people, subscribe } = useMemo(() => livePeople(awareness, me), [awareness, me])
  return useSyncExternalStore(subscribe, people)
}
