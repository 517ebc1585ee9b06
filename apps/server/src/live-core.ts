import { isAtLeast } from '@forumpad/api'
import { schemaCheck } from '@forumpad/pad-schema'
import { type Clock, createLivePads, type LivePads, type PadStore } from '@forumpad/sync'
import type { FastifyBaseLogger } from 'fastify'
import type { AppParts } from './app-parts.ts'
import type { Metrics } from './http/metrics.ts'
import { createHeldLinks, type HeldLinks } from './links/held-links.ts'
import { readLinkWriters } from './links/link-writers.ts'
import type { PadDirectory } from './pads/pad-directory.ts'
import { seedOf } from './pads/pad-texts.ts'
import type { SeenTexts } from './pads/seen-texts.ts'
import { createSettledTexts, type SettledTexts } from './pads/settled-texts.ts'
import { createMemoryOfWriters } from './people/memory-of-writers.ts'
import type { People } from './people/people.ts'
import { WebSocketFrame } from './sockets/web-socket-frame.ts'
import { timedPadStore } from './store/timed-pad-store.ts'

export type LiveCoreParts = Pick<AppParts, 'links' | 'agenda' | 'roles'> & {
  store: PadStore
  pads: PadDirectory
  seenTexts: SeenTexts
  people: Pick<People, 'find' | 'remember'>
  clock: Clock
  metrics: Metrics
  log: FastifyBaseLogger
}

/** The live pads, with what this program wants to know of them. */
export function createLiveCore(parts: LiveCoreParts): {
  livePads: LivePads
  settledTexts: SettledTexts
  heldLinks: HeldLinks
} {
  const { store, pads, seenTexts, people, clock, metrics, log } = parts
  const livePads = createLivePads({
    store: timedPadStore(store, metrics),
    schema: schemaCheck,
    clock,
    frame: (payload) => new WebSocketFrame(payload),
    seed: (pad) => seedOf(pads, pad),
    persons: (ids) => Promise.all(ids.map((id) => people.find(id))),
    events: {
      committed(pad, writers) {
        settledTexts.changed(pad)
        for (const writer of writers) rememberOnce(writer)
      },
      status(status) {
        if (status.is === 'saving-fails') log.error('Saving fails; text is kept in memory and tried again.')
        else log.info('Saving works again.')
      },
      failed: (doing, error) => log.error({ err: error }, `Failed at ${doing}.`),
      closed(pad, person, code, reason) {
        metrics.socketClosed(code)
        log.info({ pad, person, code }, `A socket was closed: ${reason}`)
      },
    },
  })
  const rememberOnce = createMemoryOfWriters(people, (error) =>
    log.warn({ err: error }, 'An author could not be remembered.'),
  )
  const settledTexts = createSettledTexts({
    livePads,
    pads,
    seen: seenTexts,
    clock,
    failed: (sentence, error) => log.warn({ err: error }, sentence),
  })
  const heldLinks = heldLinksOf(parts)
  // Before all others: they ask it what leads somewhere.
  settledTexts.add(heldLinks)
  return { livePads, settledTexts, heldLinks }
}

function heldLinksOf({ store, links, agenda, roles, clock }: LiveCoreParts): HeldLinks {
  const mayWriteBy = async (person: string, pad: string, event: string) =>
    (await roles.grantsOf(person, clock.now())).some(
      ({ role, scope }) =>
        isAtLeast(role, 'editor') && (scope.is === 'pad' ? scope.pad === pad : scope.event === event),
    )
  return createHeldLinks({
    links,
    eventOf: async (pad) => (await agenda.sessionOfPad(pad))?.event ?? null,
    writersOf: (pad) => readLinkWriters(store, pad),
    async holders(pad, event, people) {
      const known = await Promise.all(people.map((person) => mayWriteBy(person, pad, event)))
      return new Set(people.filter((_, at) => known[at]))
    },
    now: () => clock.now(),
  })
}
