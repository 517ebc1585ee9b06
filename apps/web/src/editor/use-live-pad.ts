import { isAtLeast, type Notice, type PadData, type Person } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { loadPatiently } from '../ui/patient-load.ts'
import type { Badge } from './badge.ts'
import { type EarlyTyping, listenEarly } from './early-typing.ts'
import type { LivePad } from './live-pad.ts'

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
export function speaksSchema(data: PadData): boolean {
  return data.schemaVersion === SCHEMA_VERSION
}

/** Loads the editor and connects, once the page has been taken over; null until then, and for ever on an outdated page. */
export function useLivePad(data: PadData & { me: Person }): { live: Live | null; stage: StageRefs } {
  const stage = { sheet: useRef(null), text: useRef(null), holder: useRef(null) } as StageRefs
  const [live, setLive] = useState<Live | null>(null)
  const first = useRef(data)
  const refs = useRef(stage)

  useEffect(() => {
    const { sheet, text, holder } = refs.current
    if (!speaksSchema(first.current) || !sheet.current || !text.current || !holder.current) return
    const elements = { text: text.current, holder: holder.current }
    const early: EarlyTyping = listenEarly(text.current, sheet.current, takesText(first.current))
    let pad: LivePad | null = null
    let left = false
    loadPatiently(() => import('./live-parts.ts')).then(({ liveParts: parts }) => {
      if (left) return
      pad = parts.openLivePad(first.current, { ...elements, finishEarly: early.finish })
      setLive({ pad, parts })
    })
    return () => {
      left = true
      early.stop()
      pad?.close()
      elements.text.hidden = false
      elements.holder.hidden = true
    }
  }, [])

  return { live, stage }
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
export function takesText({ pad, role }: PadData): boolean {
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
