import type { MarkedLine } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import type { FastifyBaseLogger } from 'fastify'
import type { AppParts } from './app-parts.ts'
import type { HeldLinks } from './links/held-links.ts'
import { byTheClock } from './noter.ts'
import { findOutcomes } from './outcomes/find-outcomes.ts'
import { factsOfPad } from './pages/session-pages.ts'
import type { People } from './people/people.ts'
import { type Clerk, createClerk } from './review/clerk.ts'
import { createFreezeInTime, type FreezeInTime } from './review/freeze-in-time.ts'
import { freezeMinutes } from './review/freeze-minutes.ts'
import { createMinutesReader, type MinutesReader } from './review/read-minutes.ts'
import { writtenOn } from './review/written-on.ts'
import type { WrittenText } from './review/written-text.ts'

export type MinutesCoreParts = Pick<AppParts, 'store' | 'pads' | 'agenda' | 'versions' | 'freezeSettings' | 'clock'> & {
  livePads: LivePads
  heldLinks: Pick<HeldLinks, 'shown' | 'stamp'>
  people: Pick<People, 'find'>
  log: Pick<FastifyBaseLogger, 'error'>
}

/** Reading pads as minutes, and making them final: what pages, the API and the clock share. */
export function createMinutesCore(parts: MinutesCoreParts): {
  minutes: MinutesReader
  clerk: Clerk
  freezeInTime: FreezeInTime
} {
  const { store, pads, agenda, versions, freezeSettings, livePads, clock, log } = parts
  const now = () => clock.now()
  const minutes = createMinutesReader({ store, findPerson: parts.people.find, markedLines, ...parts.heldLinks, now })
  const clerk = createClerk({
    livePads,
    versions,
    settings: freezeSettings,
    isFrozen: async (name) => (await pads.find(name))?.frozenAt != null,
    async versionOf(name, by) {
      const pad = await pads.find(name)
      if (pad === undefined || pad.frozenAt === null) return undefined
      const facts = await factsOfPad(agenda, name)
      const { title, epoch, revision, template, frozenAt } = pad
      const read = await minutes.read({ name, epoch, revision, template, day: writtenOn(pad, facts) })
      return freezeMinutes({ pad: { name, title, epoch, frozenAt }, facts, minutes: read, by })
    },
    now,
  })
  const freezeInTime = createFreezeInTime({
    clerk,
    settings: freezeSettings,
    clock,
    async noteOf(pad) {
      const event = (await agenda.sessionOfPad(pad))?.event ?? null
      return byTheClock({ event, pad }, now())('frozen')
    },
    failed: (error) => log.error({ err: error }, 'Minutes could not be frozen.'),
  })
  return { minutes, clerk, freezeInTime }
}

/** What minutes say was decided, asked and to be done: the same as the outcomes of the event do. */
export function markedLines({ document, lines }: Pick<WrittenText, 'document' | 'lines'>, day: string): MarkedLine[] {
  const blocks = lines.flatMap(({ id, name }, index) => {
    const block = document.blocks[index]
    return block === undefined ? [] : [{ id, name, block }]
  })
  return findOutcomes(blocks, day).flatMap(({ kind, text, people, due, done, name }) =>
    kind === 'link' || kind === 'hashtag'
      ? []
      : [{ is: kind, words: text, people, due, isDone: done === true, line: name }],
  )
}
