import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { sayOwnPresenceOnly } from './own-presence-only.ts'

test('one’s own presence is said, that of others is not said back', () => {
  const sent: unknown[] = []
  class Socket {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 1
    onopen?: () => void
    send(frame: unknown) {
      sent.push(frame)
    }
    close() {}
  }
  const provider = new WebsocketProvider('ws://a', 'pad', new Y.Doc(), {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: Socket as unknown as typeof WebSocket,
  })
  sayOwnPresenceOnly(provider)
  provider.connect()
  ;(provider.ws as unknown as Socket).onopen?.()
  sent.splice(0)

  const other = new Awareness(new Y.Doc())
  other.setLocalStateField('user', { name: 'Grace' })
  applyAwarenessUpdate(provider.awareness, encodeAwarenessUpdate(other, [other.clientID]), provider)
  expect(provider.awareness.getStates().has(other.clientID)).toBe(true)
  expect(sent).toEqual([])

  provider.awareness.setLocalStateField('user', { name: 'Ada' })
  expect(sent).toHaveLength(1)

  provider.destroy()
  sent.splice(0)
  provider.awareness.setLocalStateField('user', { name: 'Ada Lovelace' })
  expect(sent).toEqual([])
  provider.awareness.destroy()
  other.destroy()
})
