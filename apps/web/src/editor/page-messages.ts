import {
  type AsideFromServer,
  type AuthorshipMessage,
  MESSAGE,
  type Notice,
  type PadStatus,
  readAuthorship,
} from '@forumpad/api'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { HeldMessages } from './held-messages.ts'
import { sayOwnPresenceOnly } from './own-presence-only.ts'

export type PageMessages = {
  /** Something came, whatever it was: the line is alive. */
  heard(): void
  /** All text up to a revision has come, and is shown. */
  shows(revision: number): void
  /** The first `frames` frames with text of this connection are committed. */
  saved(frames: number): void
  status(status: PadStatus): void
  notice(notice: Notice): void
  authorship(message: AuthorshipMessage): void
  aside(message: AsideFromServer): void
  /** What the server has of each client, told whenever it asks for more. */
  serverHas(state: Map<number, number>): void
}

/**
 * Teaches a provider the messages that only our pages get. What others write and where they are may be held back, and is not said back to the
 * server.
 */
export function handlePageMessages(provider: WebsocketProvider, held: HeldMessages, page: PageMessages): void {
  sayOwnPresenceOnly(provider)
  const { messageHandlers, awareness } = provider
  const handleSync = messageHandlers[MESSAGE.sync]
  const handleAwareness = messageHandlers[MESSAGE.awareness]

  messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const peek = decoding.clone(decoder)
    if (decoding.readVarUint(peek) === messageYjsSyncStep1) {
      page.serverHas(Y.decodeStateVector(decoding.readVarUint8Array(peek)))
      handleSync?.(encoder, decoder, ...rest)
      return
    }
    // Text is answered with nothing, so that it can wait.
    held.takeText(() => handleSync?.(encoding.createEncoder(), decoder, ...rest))
  }
  messageHandlers[MESSAGE.awareness] = (_encoder, decoder, ...rest) => {
    // Cursors point into the text that came before them.
    held.take(() => handleAwareness?.(encoding.createEncoder(), decoder, ...rest))
  }
  messageHandlers[MESSAGE.saved] = (_encoder, decoder) => page.saved(decoding.readVarUint(decoder))
  messageHandlers[MESSAGE.status] = (_encoder, decoder) => page.status(JSON.parse(decoding.readVarString(decoder)))
  messageHandlers[MESSAGE.notice] = (_encoder, decoder) => page.notice(JSON.parse(decoding.readVarString(decoder)))
  messageHandlers[MESSAGE.authorship] = (_encoder, decoder) => {
    const message = readAuthorship(decoder)
    held.take(() => page.authorship(message))
  }
  messageHandlers[MESSAGE.aside] = (_encoder, decoder) => page.aside(JSON.parse(decoding.readVarString(decoder)))
  // The server sends a state only when it changes; its heartbeat vouches for all that it sent before.
  messageHandlers[MESSAGE.heartbeat] = (_encoder, decoder) => {
    const revision = decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : 0
    if (revision > 0) held.take(() => page.shows(revision))
    const now = Date.now()
    for (const [client, meta] of awareness.meta) if (client !== awareness.clientID) meta.lastUpdated = now
  }
  messageHandlers.forEach((handle, type) => {
    messageHandlers[type] = (...message) => {
      page.heard()
      handle(...message)
    }
  })
}
