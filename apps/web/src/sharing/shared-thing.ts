/** What is shared: one pad, or all pads of an event. */
export type SharedThing = { is: 'pad'; pad: string } | { is: 'event'; event: string }

/** Its address in the HTTP API. */
export function apiPath(thing: SharedThing): string {
  return thing.is === 'pad'
    ? `/api/v1/pads/${encodeURIComponent(thing.pad)}`
    : `/api/v1/events/${encodeURIComponent(thing.event)}`
}
