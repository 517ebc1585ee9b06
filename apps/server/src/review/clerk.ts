import type { ActToNote } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import type { FreezeSettings } from './freeze-settings.ts'
import type { KeptVersion, NewVersion, VersionStore } from './version-store.ts'

export type ClerkParts = {
  livePads: Pick<LivePads, 'freeze' | 'thaw'>
  versions: Pick<VersionStore, 'add'>
  settings: Pick<FreezeSettings, 'thawed'>
  isFrozen(pad: string): Promise<boolean>
  /** The version that a frozen pad's text makes; undefined if there is no such pad. */
  versionOf(pad: string, by: string | null): Promise<NewVersion | undefined>
  now(): number
}

/** Makes minutes final, and open again. Whoever freezes or thaws asks here, so that no frozen text is without its version. */
export type Clerk = {
  /**
   * Takes no more text in a pad, and keeps what it says as its next version, unless that is kept already. `by`: the name of whoever asks; `note`
   * is stored with the freeze.   * Undefined if there is no such pad.
   */
  freeze(pad: string, by: string | null, note: ActToNote): Promise<KeptVersion | undefined>
  /** Takes text again. The versions stay. False if there is no such pad. */
  thaw(pad: string, note: ActToNote): Promise<boolean>
  /** Keeps the version of a pad that is frozen, and may have been before there were versions. */
  keep(pad: string): Promise<void>
}

export function createClerk({ livePads, versions, settings, isFrozen, versionOf, now }: ClerkParts): Clerk {
  // The last that was asked for each pad: nobody thaws between a freeze and its version.
  const turns = new Map<string, Promise<unknown>>()

  function inTurn<Result>(pad: string, work: () => Promise<Result>): Promise<Result> {
    const result = (turns.get(pad) ?? Promise.resolve()).then(work)
    const settled = result.then(
      () => {},
      () => {},
    )
    turns.set(pad, settled)
    settled.then(() => turns.get(pad) === settled && turns.delete(pad))
    return result
  }

  async function keep(pad: string, by: string | null): Promise<KeptVersion | undefined> {
    const version = await versionOf(pad, by)
    return version && (await versions.add(pad, version))?.version
  }

  return {
    freeze: (pad, by, note) =>
      inTurn(pad, async () => ((await livePads.freeze(pad, note)) === undefined ? undefined : keep(pad, by))),
    thaw: (pad, note) =>
      inTurn(pad, async () => {
        // Before it is open, so that it is never due at that very moment.
        if (await isFrozen(pad)) await settings.thawed(pad, now())
        return livePads.thaw(pad, note)
      }),
    keep: (pad) => inTurn(pad, async () => void (await keep(pad, null))),
  }
}
