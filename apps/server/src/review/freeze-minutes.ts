import type { SessionFacts } from '@forumpad/api'
import { mainAuthor } from './contributors.ts'
import type { FrozenMinutes } from './frozen-minutes.ts'
import type { Minutes } from './read-minutes.ts'
import { versionFiles } from './version-files.ts'
import type { NewVersion } from './version-store.ts'

/** What a pad says at its freeze, and what is known of its session then. */
export type ToFreeze = {
  pad: { name: string; title: string; epoch: number; frozenAt: number }
  facts: SessionFacts | null
  minutes: Minutes
  by: string | null
}

/** The version of a pad's minutes, ready to be kept. */
export function freezeMinutes({ pad, facts, minutes, by }: ToFreeze): NewVersion {
  const { revision } = minutes.text
  const files = (version: number) => {
    const frozen: FrozenMinutes = {
      format: 'forumpad-minutes',
      formatVersion: 1,
      pad: pad.name,
      address: `/p/${encodeURIComponent(pad.name)}/versions/${version}`,
      version,
      revision,
      frozenAt: new Date(pad.frozenAt).toISOString(),
      frozenBy: by,
      title: facts?.session.title ?? pad.title,
      session: facts === null ? null : sessionOf(facts),
      outcomes: minutes.marked,
      contributors: minutes.contributors,
      lines: minutes.text.document.blocks.map((block, index) => {
        const line = minutes.text.lines[index]
        return { line: line?.name ?? '', by: (line && mainAuthor(line)) ?? null, block }
      }),
    }
    return versionFiles(frozen)
  }
  return { revision, epoch: pad.epoch, at: pad.frozenAt, by, files }
}

function sessionOf({ event, session }: SessionFacts): FrozenMinutes['session'] {
  const { start, end, sampleTime, room, track, people, url } = session
  return { event: event.title, timeZone: event.timeZone, start, end, sampleTime, room, track, people, url }
}
