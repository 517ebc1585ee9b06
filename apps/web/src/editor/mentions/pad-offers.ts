import type { PadData, Person } from '@forumpad/api'
import type { Awareness } from 'y-protocols/awareness'
import type { Words } from '../../languages/words.ts'
import { peopleIn, personOf } from '../presence.ts'
import type { OfferSources } from './offer.ts'
import { otherSessions } from './session-list.ts'

/** Whom and what a pad's writers can name: who is here, who speaks in the session, and the other sessions of the event. */
export function padOffers(
  { pad, facts, me }: Pick<PadData, 'pad' | 'facts'> & { me: Person },
  awareness: Awareness,
  words: Words,
): OfferSources {
  return {
    people: () => [
      ...peopleIn(awareness, personOf(awareness.getLocalState() ?? {}) ?? me).map(({ name }) => ({
        name,
        detail: words.say('here'),
      })),
      ...(facts?.session.people ?? []).map((name) => ({ name, detail: words.say('of the session') })),
    ],
    sessions:
      facts === null
        ? null
        : { timeZone: facts.event.timeZone, words, load: () => otherSessions(facts.event.slug, pad.name) },
  }
}
