/**
 * Keeps count of which of this page's own changes are known to be on the server's disk.
 *
 * The server says how many frames that carry text it has committed on this connection. An update frame carries one change,
 * a step-2 frame carries everything the document holds at that moment. Frames of a connection are committed in order, so an
 * acknowledged frame covers all changes before it, but only from the connection's first step 2 on: what was written while
 * no connection was open is in no earlier frame.
 */
export type SaveLedger = {
  /** Changes made so far, those of an earlier visit that were found on this device included. */
  readonly made: number
  /** All changes up to this one are on disk. */
  readonly saved: number
  readonly connection: LedgerConnection | null
}

type LedgerConnection = {
  readonly framesSent: number
  readonly acknowledged: number
  /** Which frame was the first step 2. */
  readonly step2Frame: number | null
  /** Oldest first: once `frame` frames are committed, every change up to `change` is. */
  readonly covers: readonly Cover[]
}

type Cover = { readonly frame: number; readonly change: number }

export type TextFrame = 'step 2' | 'update'

export const emptyLedger: SaveLedger = { made: 0, saved: 0, connection: null }

export function unsaved(ledger: SaveLedger): number {
  return ledger.made - ledger.saved
}

/** `count` more than one for what earlier visits left on this device. */
export function changed(ledger: SaveLedger, count = 1): SaveLedger {
  return { ...ledger, made: ledger.made + count }
}

export function opened(ledger: SaveLedger): SaveLedger {
  return { ...ledger, connection: { framesSent: 0, acknowledged: 0, step2Frame: null, covers: [] } }
}

/** What was sent and not acknowledged may or may not be on disk; the next connection's step 2 brings it again. */
export function closed(ledger: SaveLedger): SaveLedger {
  return { ...ledger, connection: null }
}

/** Call it right after the change that an update frame carries was counted. */
export function sent(ledger: SaveLedger, frame: TextFrame): SaveLedger {
  const { connection, made } = ledger
  if (connection === null) return ledger
  const framesSent = connection.framesSent + 1
  const step2Frame = connection.step2Frame ?? (frame === 'step 2' ? framesSent : null)
  const covers = step2Frame === null ? [] : [...connection.covers, { frame: framesSent, change: made }]
  return { ...ledger, connection: { ...connection, framesSent, step2Frame, covers } }
}

/** The first `frames` frames of this connection are committed. */
export function acknowledged(ledger: SaveLedger, frames: number): SaveLedger {
  const { connection } = ledger
  // More than was sent is a broken promise of the server's, and no reason to call anything saved.
  if (connection === null || frames > connection.framesSent) return ledger
  const covered = connection.covers.filter((cover) => cover.frame <= frames)
  const saved = Math.max(ledger.saved, ...covered.map((cover) => cover.change))
  return {
    ...ledger,
    saved,
    connection: { ...connection, acknowledged: frames, covers: connection.covers.slice(covered.length) },
  }
}

/** Whether the server has everything that the page held when this connection was opened. */
export function caughtUp(ledger: SaveLedger): boolean {
  const { connection } = ledger
  return connection?.step2Frame != null && connection.acknowledged >= connection.step2Frame
}
