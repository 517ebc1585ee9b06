/**
 * A pad as it was at a revision, compressed: whole, or as what is different from the whole one of revision `base` (`packedKeyframe`).
 */
export type Keyframe = { revision: number; base: number | null; bytes: Uint8Array }

/**
 * Where keyframes are kept. They are derived from the log, can be made anew from it at any time, and may be deleted without loss. `epoch` is
 * the incarnation of the document that they belong to: those of another one are not given.
 */
export interface KeyframeStore {
  /** The newest one at or before a revision. */
  atOrBefore(pad: string, epoch: number, revision: number): Promise<Keyframe | undefined>
  /** Keeps one, instead of another of the same revision; nothing if there is no such pad or its epoch is another by now. */
  keep(pad: string, epoch: number, keyframe: Keyframe): Promise<void>
  /** Deletes all of a pad, those of earlier epochs too. */
  forget(pad: string): Promise<void>
}
