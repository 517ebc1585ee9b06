import { keepsOrder } from '@forumpad/api'
import { useRef, useState } from 'react'
import { FreezeControl } from '../editor/freeze-control.tsx'
import { HereNowDiscs } from '../editor/here-now-discs.tsx'
import { PadBadge } from '../editor/pad-badge.tsx'
import { PadBar } from '../editor/pad-bar.tsx'
import { PadNotice } from '../editor/pad-notice.tsx'
import { PadText } from '../editor/pad-text.tsx'
import { SessionHead } from '../editor/session-head.tsx'
import { type Live, takesText, useBadge, useIsFrozen, useLivePad, useNotice } from '../editor/use-live-pad.ts'
import { useScrolledPast } from '../editor/use-scrolled-past.ts'
import { ShareButton } from '../sharing/share-button.tsx'
import styles from './pad-page.module.css'
import type { PageProps } from './page-props.ts'

/** The pad: its session's facts and its text, readable at once; the editor and the others come when the page is taken over. */
export function PadPage({ data }: PageProps<'pad'>) {
  const { pad, facts, html } = data
  const [me, setMe] = useState(data.me)
  const { live, stage } = useLivePad(data)
  const badge = useBadge(data, live)
  const notice = useNotice(live)
  const isFrozen = useIsFrozen(data, live)
  const head = useRef<HTMLDivElement>(null)
  const scrolled = useScrolledPast(head)
  return (
    <>
      <PadBar
        pad={pad}
        facts={facts}
        scrolled={scrolled}
        badge={<PadBadge badge={badge} panel={live && <live.parts.BadgePanel pad={live.pad} />} />}
        authors={live && <live.parts.AuthorsMenu pad={live.pad} />}
        people={live ? <live.parts.HereNow pad={live.pad} me={me} onMe={setMe} /> : <HereNowDiscs people={[me]} />}
        beside={live && <live.parts.Beside pad={live.pad} name={pad.name} me={me} facts={facts} frozen={isFrozen} />}
        notice={
          <PadNotice
            badge={badge}
            notice={notice}
            reload={() => reload(live)}
            dismiss={() => live?.pad.connection.dismissNotice()}
          />
        }
      />
      <main className={styles.page} data-read-only={!takesText(data) || undefined}>
        <div ref={head}>
          <SessionHead pad={pad} facts={facts} />
        </div>
        {keepsOrder(data.role) && <ShareButton pad={pad.name} />}
        {keepsOrder(data.role) && <FreezeControl pad={pad.name} isFrozen={isFrozen} />}
        <PadText html={html} stage={stage} />
        {live && <live.parts.Toolbar pad={live.pad} />}
        {live && <live.parts.Menus pad={live.pad} />}
        {live && <live.parts.AuthorCards pad={live.pad} />}
      </main>
      {live && <live.parts.RefusedWords pad={live.pad} />}
    </>
  )
}

/** A copy of what was refused would be refused again; words in it are handed back by `RefusedWords` before. */
async function reload(live: Live | null) {
  const connection = live?.pad.connection
  if (connection?.state().badge.is === 'refused') await connection.forgetCopy()
  location.reload()
}
