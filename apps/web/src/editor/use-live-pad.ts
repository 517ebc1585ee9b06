import { isAtLeast, type Notice, type PadData, type Person } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { loadPatiently } from '../ui/patient-load.ts'
import type { Badge } from './badge.ts'
import { type EarlyTyping, listenEarly } from './early-typing.ts'
import type { LivePad } from './live-pad.ts'
import { loadAfreshWhenRenewed } from './load-afresh.ts'

/** Without a line to the server and without a copy there is no editor, and the rest of the page must be there all the same. */
const LONGEST_WAIT_MS = 3_000

type Parts = typeof import('./live-parts.ts').liveParts

/** The parts of the page that come with the editor, and the pad that they are about. */
export type Live = { pad: LivePad; parts: Parts }

/** Elements that the server's page holds already. */
export type StageRefs = {
  sheet: RefObject<HTMLDivElement | null>
  text: RefObject<HTMLDivElement | null>
  holder: RefObject<HTMLDivElement | null>
}

/**
 * Whether this page may bind the pad to an editor. A page of another schema must not even open its local copy: y-tiptap
 * deletes what it does not know.
 */
export function speaksSchema(data: Pick<PadData, 'schemaVersion'>): boolean {
  return data.schemaVersion === SCHEMA_VERSION
}

/**
 * Loads the editor and connects, once the page has been taken over; null until then, and for ever on an outdated page.
 *
 * @param isForReading nobody writes here, whoever they are: a wall has no keyboard
 */
export function useLivePad(
  data: Omit<PadData, 'page'> & { me: Person },
  isForReading = false,
): { live: Live | null; stage: StageRefs } {
  const stage = { sheet: useRef(null), text: useRef(null), holder: useRef(null) } as StageRefs
  const [live, setLive] = useState<Live | null>(null)
  const words = useWords()
  const first = useRef({ data, isForReading, words })
  const refs = useRef(stage)

  useEffect(() => {
    const { sheet, text, holder } = refs.current
    const { data, isForReading, words } = first.current
    if (!speaksSchema(data) || !sheet.current || !text.current || !holder.current) return
    const elements = { text: text.current, holder: holder.current }
    const early: EarlyTyping = listenEarly(text.current, sheet.current, !isForReading && takesText(data))
    let pad: LivePad | null = null
    let left = false
    let stopWatching = () => {}
    loadPatiently(() => import('./live-parts.ts')).then(({ liveParts: parts }) => {
      if (left) return
      pad = parts.openLivePad(data, { ...elements, finishEarly: early.finish, isForReading, words })
      stopWatching = loadAfreshWhenRenewed(pad.connection)
      void parts.dropOlderCopies(pad.connection.copyId)
      setLive({ pad, parts })
    })
    return () => {
      left = true
      early.stop()
      stopWatching()
      pad?.close()
      elements.text.hidden = false
      elements.holder.hidden = true
    }
  }, [])

  return { live, stage }
}

/** The same pad once its editor is there, or has been waited for long: for parts that should delay no one who wants to write. */
export function useSettled(live: Live | null): Live | null {
  const [settled, setSettled] = useState<Live | null>(null)
  useEffect(() => {
    if (live === null) return
    const settle = () => setSettled(live)
    const look = () => live.pad.editor() !== null && settle()
    const stopLooking = live.pad.subscribe(look)
    const late = setTimeout(settle, LONGEST_WAIT_MS)
    look()
    return () => {
      stopLooking()
      clearTimeout(late)
    }
  }, [live])
  return settled
}

/** What the server has told this person. */
export function useNotice(live: Live | null): Notice | null {
  const connection = live?.pad.connection
  return useSyncExternalStore(
    connection?.subscribe ?? never,
    () => connection?.state().notice ?? null,
    () => null,
  )
}

/** Whether the page came for somebody who may write in a pad that takes text. */
export function takesText({ pad, role }: Pick<PadData, 'pad' | 'role'>): boolean {
  return pad.frozenAt === null && isAtLeast(role, 'editor')
}

/** Whether the pad takes no text, as far as this page knows. */
export function useIsFrozen(data: PadData, live: Live | null): boolean {
  const connection = live?.pad.connection
  const atFirst = data.pad.frozenAt !== null
  return useSyncExternalStore(
    connection?.subscribe ?? never,
    () => (connection ? !connection.state().writable : atFirst),
    () => atFirst,
  )
}

/** What the badge says now. */
export function useBadge(data: PadData, live: Live | null): Badge {
  const connection = live?.pad.connection
  const badge = useSyncExternalStore(
    connection?.subscribe ?? never,
    () => connection?.state().badge ?? null,
    () => null,
  )
  // A server of a newer schema draws this page for its own; only the script that the browser kept can tell, afterwards.
  const [outdated, setOutdated] = useState(false)
  useEffect(() => setOutdated(!speaksSchema(data)), [data])
  if (badge !== null) return badge
  if (outdated) return { is: 'outdated' }
  if (data.pad.frozenAt !== null) return { is: 'frozen', since: null, changes: 0 }
  return takesText(data) ? { is: 'reading' } : { is: 'read-only', changes: 0 }
}

const never = () => () => {}
