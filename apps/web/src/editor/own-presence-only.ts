import type { WebsocketProvider } from 'y-websocket'

type Changed = { added: number[]; updated: number[]; removed: number[] }

/**
 * Keeps a provider from saying back to the server what it heard of others. y-websocket (3.1.0) sends each change of anybody's presence: where fifty
 * write, a page answered each of their cursors with a frame of its own, which the server then had to read and drop.
 */
export function sayOwnPresenceOnly(provider: WebsocketProvider): void {
  const { awareness } = provider
  const tell = provider._awarenessUpdateHandler
  const own = ({ added, updated, removed }: Changed, origin: unknown) => {
    const me = awareness.clientID
    if (![...added, ...updated, ...removed].includes(me) || origin === provider) return
    tell({ added: [], updated: [me], removed: [] }, origin)
  }
  awareness.off('update', tell)
  awareness.on('update', own)
  // The provider takes it off when it goes.
  provider._awarenessUpdateHandler = own
}
