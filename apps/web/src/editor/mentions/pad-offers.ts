import type { PadData, Person } from '@forumpad/api'
import type { Awareness } from 'y-protocols/awareness'
import { peopleIn, personOf } from '../presence.ts'
import type { OfferSources } from './offer.ts'
import { otherSessions } from './session-list.ts'

/** Whom and what a pad's writers can name: who is here, who speaks in the session, and the other sessions of the event. */
export function padOffers({ pad, facts, me }: PadData & { me: Person }, awareness: Awareness): OfferSources {
  return {
    people: () => [
      ...peopleIn(awareness, personOf(awareness.getLocalState() ?? {}) ?? me).map(({ name }) => ({
        name,
        detail: 'here',
      })),
      ...(facts?.session.people ?? []).map((name) => ({ name, detail: 'of the session' })),
    ],
    sessions:
      facts === null ? null : { timeZone: facts.event.timeZone, load: () => otherSessions(facts.event.slug, pad.name) },
  }
}
