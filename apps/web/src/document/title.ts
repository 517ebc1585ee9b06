import type { PageData } from '@forumpad/api'
import type { Words } from '../languages/words.ts'
import { errorTitle } from './error-title.ts'

/** The document's title: the thing first, the product last. */
export function titleOf(data: PageData, words: Words): string {
  return [...thing(data, words), 'Forumpad'].join(' · ')
}

function thing(data: PageData, { say }: Words): string[] {
  switch (data.page) {
    case 'home':
      return []
    case 'new-event':
      return [say('New event')]
    case 'join':
      return [say('Go on as {name}', { name: data.person.name })]
    case 'agenda':
      return [data.event.title]
    case 'manage':
      return [say('Desk'), data.event.title]
    case 'moderation':
      return [say('Moderation'), data.event.title]
    case 'imports':
      return [say('Imports'), data.event.title]
    case 'templates':
      return [say('Templates'), data.event.title]
    case 'search':
      return data.q === '' ? [say('Search')] : [data.q, say('Search')]
    case 'outcomes':
      return [say('Outcomes'), data.pad?.title ?? data.event?.title ?? say('Pads')]
    case 'report':
      return [say('Report'), data.event.title]
    case 'series':
      return [data.title, data.event.title]
    case 'pad':
    case 'projector':
      return [titleOfPad(data)]
    case 'review':
      return [say('Minutes'), titleOfPad(data)]
    case 'changes':
      return [say('Changes'), titleOfPad(data)]
    case 'version':
      return [say('Minutes {number}', { number: data.version.number }), data.title]
    case 'summary-mail':
      return [say('Mail'), titleOfPad(data)]
    case 'timeslider':
      return [say('History'), titleOfPad(data)]
    case 'now':
      return [say('Now'), data.board.event.title]
    case 'room-sign':
      return [data.room.room, data.board.event.title]
    case 'my-agenda':
      return [say('My agenda'), data.event.title]
    case 'side-by-side': {
      const [one, other] = data.pads
      return [say('{one} and {other}', { one: one.title, other: other.title })]
    }
    case 'no-such-pad':
      return [say('No pad “{name}”', { name: data.name })]
    case 'offline':
      return [say('Offline')]
    case 'error':
      return [errorTitle(data.title, say)]
  }
}

type OfPad = { pad: { title: string }; facts: { session: { title: string } } | null }

const titleOfPad = ({ pad, facts }: OfPad) => facts?.session.title ?? pad.title
