import { keepsOrder } from '@forumpad/api'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { FreezeControl } from '../editor/freeze-control.tsx'
import { HereNowDiscs } from '../editor/here-now-discs.tsx'
import { PadBadge } from '../editor/pad-badge.tsx'
import { PadBar } from '../editor/pad-bar.tsx'
import { PadNotice } from '../editor/pad-notice.tsx'
import { PadText } from '../editor/pad-text.tsx'
import { SessionHead } from '../editor/session-head.tsx'
import {
  type Live,
  takesText,
  useBadge,
  useIsFrozen,
  useLivePad,
  useNotice,
  useSettled,
} from '../editor/use-live-pad.ts'
import { useScrolledPast } from '../editor/use-scrolled-past.ts'
import { NowButton } from '../now/now-button.tsx'
import { RedactButton } from '../redaction/redact-button.tsx'
import { ShareButton } from '../sharing/share-button.tsx'
import styles from './pad-page.module.css'
import type { PageProps } from './page-props.ts'

/** The pad: its session's facts and its text, readable at once; the editor and the others come when the page is taken over. */
export function PadPage({ data }: PageProps<'pad'>) {
  const { pad, facts, html } = data
  const [me, setMe] = useState(data.me)
  const { live, stage } = useLivePad(data)
  const settled = useSettled(live)
  useEffect(() => live?.pad.connection.awareness.setLocalStateField('user', me), [live, me])
  const isFrozen = useIsFrozen(data, live)
  const head = useRef<HTMLDivElement>(null)
  const scrolled = useScrolledPast(head)
  return (
    <>
      <PadBar
        pad={pad}
        facts={facts}
        scrolled={scrolled}
        badge={<BadgeNow data={data} live={live} panel={settled && <settled.parts.BadgePanel pad={settled.pad} />} />}
        authors={<Suspense>{settled && <settled.parts.AuthorsMenu pad={settled.pad} data={data} />}</Suspense>}
        people={
          <Suspense fallback={<HereNowDiscs people={[me]} />}>
            {settled ? (
              <settled.parts.HereNow pad={settled.pad} name={pad.name} me={me} onMe={setMe} />
            ) : (
              <HereNowDiscs people={[me]} />
            )}
          </Suspense>
        }
        beside={
          settled && <settled.parts.Beside pad={settled.pad} name={pad.name} me={me} facts={facts} frozen={isFrozen} />
        }
        notice={
          <>
            <NoticeNow data={data} live={live} />
            <Suspense>{settled && <settled.parts.CatchUpStrip pad={settled.pad} />}</Suspense>
          </>
        }
      />
      <main className={styles.page} data-read-only={!takesText(data) || undefined}>
        <div ref={head}>
          <SessionHead pad={pad} facts={facts} />
        </div>
        {keepsOrder(data.role) && (
          <div className={styles.order}>
            <ShareButton pad={pad.name} />
            {facts !== null && <NowButton pad={pad.name} />}
            <RedactButton pad={pad.name} selected={() => live?.parts.selectedWords(live.pad) ?? {}} />
            <FreezeControl pad={pad.name} isFrozen={isFrozen} />
          </div>
        )}
        <PadText html={html} stage={stage} />
        {live && <live.parts.Toolbar pad={live.pad} />}
        {live && <live.parts.Menus pad={live.pad} />}
        {live && <live.parts.AuthorCards pad={live.pad} />}
      </main>
      <Suspense>{settled && <settled.parts.RefusedWords pad={settled.pad} />}</Suspense>
    </>
  )
}

type Now = { data: PageProps<'pad'>['data']; live: Live | null }

// The badge changes with every letter. It is drawn by itself: with the whole page it would cost more than the letter.
function BadgeNow({ data, live, panel }: Now & { panel: ReactNode }) {
  return <PadBadge badge={useBadge(data, live)} panel={panel} />
}

function NoticeNow({ data, live }: Now) {
  return (
    <PadNotice
      badge={useBadge(data, live)}
      notice={useNotice(live)}
      reload={() => reload(live)}
      dismiss={() => live?.pad.connection.dismissNotice()}
    />
  )
}

/** A copy of what was refused would be refused again; words in it are handed back by `RefusedWords` before. */
async function reload(live: Live | null) {
  const connection = live?.pad.connection
  if (connection?.state().badge.is === 'refused') await connection.forgetCopy()
  location.reload()
}
