import { etherpadName } from '../etherpad-name.ts'
import type { Properties } from './properties.ts'

/** The name that the feed gives to an event's pad, as it stands there, or null. */
export function eventPad(event: Properties, description: string | null): string | null {
  const own = event.text('x-forumpad-pad')
  if (own !== undefined) return own.slice(0, 200)
  const places = [event.text('attach'), event.text('url'), event.text('conference'), description]
  return etherpadName(places)
}
