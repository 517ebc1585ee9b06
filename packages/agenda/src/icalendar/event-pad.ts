import type { Properties } from './properties.ts'

/** The name that the feed gives to an event's pad, as it stands there, or null. */
export function eventPad(event: Properties, description: string | null): string | null {
  const own = event.text('x-forumpad-pad')
  if (own !== undefined) return own.slice(0, 200)
  const places = [event.text('attach'), event.text('url'), event.text('conference'), description]
  for (const place of places) {
    const found = ETHERPAD.exec(place?.slice(0, 20_000) ?? '')?.[1]
    if (found !== undefined) return decoded(found.replace(/[.,;:!]+$/, ''))
  }
  return null
}

/** The address of a pad on an Etherpad server: https://etherpad.example.org/p/NAME */
const ETHERPAD =
  /https?:\/\/[a-z0-9.-]{0,200}etherpad[a-z0-9.:-]{0,200}(?:\/[a-z0-9_-]{1,50}){0,3}?\/p\/([^\s/?#"'<>()[\]]{1,200})/i

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
