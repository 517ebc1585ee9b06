import { Popover } from '@base-ui/react/popover'
import { useSyncExternalStore } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { StatusWords } from '../../ui/status-words.tsx'
import { badgeWords } from '../badge.ts'
import type { LivePad } from '../live-pad.ts'
import { BADGE_TONES, readersTime } from '../pad-badge.tsx'
import floating from '../popover.module.css'
import styles from './unsent.module.css'
import { UnsentPads } from './unsent-pads.tsx'
import { WordsToCopy } from './words-to-copy.tsx'

/** The badge, which tells on asking what this device keeps, and gives it out for copying. */
export function BadgePanel({ pad }: { pad: LivePad }) {
  const words = useWords()
  const { say } = words
  const { connection } = pad
  const { badge } = useSyncExternalStore(connection.subscribe, connection.state)
  const { short, full } = badgeWords(badge, (at) => readersTime(at, words), say)
  return (
    <Popover.Root>
      <Popover.Trigger
        className={styles.trigger}
        title={full}
        aria-label={say('{short}. What this device keeps', { short })}
      >
        <StatusWords tone={BADGE_TONES[badge.is]}>{short}</StatusWords>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={8} className={floating.positioner}>
          <Popover.Popup className={floating.popup}>
            <div className={styles.panel}>
              <Popover.Description>{full}</Popover.Description>
              <OwnWords pad={pad} />
              <UnsentPads person={connection.copyId.person} open={connection.copyId} />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function OwnWords({ pad: { connection } }: { pad: LivePad }) {
  // Read anew with every change of the badge, which counts them.
  useSyncExternalStore(connection.subscribe, connection.state)
  const lines = connection.unsentLines()
  return lines.length === 0 ? null : <WordsToCopy lines={lines} />
}
