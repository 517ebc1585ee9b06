import { CLOSE, leaveFormats, type Notice, type Person } from '@forumpad/api'
import { ROOT, SCHEMA_VERSION } from '@forumpad/pad-schema'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Asides } from './asides.ts'
import { KnownAuthors } from './authorship/known-authors.ts'
import { type Badge, refusedWords } from './badge.ts'
import { badgeOf } from './badge-of.ts'
import { ShownRevision } from './catch-up/shown-revision.ts'
import { countingWebSocket } from './counting-web-socket.ts'
import { forgetOthers } from './forget-others.ts'
import { HeldMessages } from './held-messages.ts'
import { Delivery, firstLine, type Line, lost, pauseBefore, SILENCE_MS, waited } from './line-watch.ts'
import { localCopyName, type OpenLocalCopy } from './local-copy.ts'
import { firstStatus, takesText, WORKS } from './pad-status.ts'
import { handlePageMessages } from './page-messages.ts'
import { updateFrame } from './unsaved-updates.ts'
import type { CopyId } from './unsent/copy-notes.ts'
import { Unsent } from './unsent/unsent.ts'
import type { OpenUnsentNote } from './unsent/unsent-note.ts'
import { watchWindow } from './window-events.ts'

export type PadConnectionParts = {
  pad: string
  title: string
  epoch: number
  me: Person
  /** Since when the pad is frozen, as far as the page knows; null if it is not. */
  frozenSince: number | null
  /** Whether this person may write, as far as the page knows. */
  mayWrite: boolean
  /** `ws://host` or `wss://host`. */
  server: string
  openCopy: OpenLocalCopy
  openNote: OpenUnsentNote
  Socket?: typeof WebSocket
}

/** One page's tie to one pad: the document, who is there, and the truth about what is saved. */
export interface PadConnection {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly provider: WebsocketProvider
  readonly authors: KnownAuthors
  readonly asides: Asides
  readonly held: HeldMessages
  readonly shown: ShownRevision
  state(): PadState
  subscribe(listener: () => void): () => void
  /** The person has read the notice. */
  dismissNotice(): void
  /** The lines with words that the server may not have. */
  unsentLines(): string[]
  /** Lines that are written outside of the document are given back with the others. Answers how to end it. */
  alsoGiveBack(lines: () => readonly string[]): () => void
  /** Which copy on this device is this pad's. */
  readonly copyId: CopyId
  /** Deletes this device's copy; for when the words were handed back. That of somebody else stays for them. */
  forgetCopy(): Promise<void>
  close(): void
}

export type PadState = {
  readonly badge: Badge
  /** The document holds the pad's text, and an editor may be bound to it. */
  readonly ready: boolean
  /** Whether the pad takes text, as far as this page knows. */
  readonly writable: boolean
  /** The server took no more: the editor must let go. `lines` are those with words that it may not have. */
  readonly refused: { why: string; code: number; lines: readonly string[] } | null
  readonly notice: Notice | null
  /** Something was written that the server may not have. */
  readonly isUnsent: boolean
}

/** Once for every page that speaks the server's schema. */
export function connectPad(parts: PadConnectionParts): PadConnection {
  const { pad, epoch, me, server, openCopy, Socket = WebSocket } = parts
  const doc = leaveFormats(new Y.Doc())
  const authors = new KnownAuthors(me, doc.clientID)
  const asides = new Asides((frame) => provider.ws?.send(frame))
  const held = new HeldMessages((apply) => Y.transact(doc, apply, provider, false))
  const shown = new ShownRevision()
  const listeners = new Set<() => void>()
  const copyId = { person: me.id, pad, epoch, schema: SCHEMA_VERSION }
  const unsent = new Unsent(doc, (origin) => origin === provider, parts.openNote(copyId, parts.title, doc.clientID))
  let delivery = new Delivery()
  let line: Line = firstLine(Date.now())
  let lastSign = Date.now()
  let status = firstStatus(parts)
  let statusHeard = false
  let savedAt: number | null = null
  let refused: PadState['refused'] = null
  let notice: Notice | null = null
  let ready = false
  let closed = false
  let handedBack = false

  // Before the provider: a change must be counted when the frame that carries it is.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    if (copy.brought(origin)) unsent.found()
    else unsent.made(update)
    copy.keep(unsent.updates)
    changed()
  })

  const provider = new WebsocketProvider(`${server}/sync`, encodeURIComponent(pad), doc, {
    connect: false,
    params: {
      page: '1',
      client: String(doc.clientID),
      schema: String(SCHEMA_VERSION),
      epoch: String(epoch),
      person: me.id,
    },
    disableBc: true,
    WebSocketPolyfill: countingWebSocket(Socket, (frame) => unsent.sent(frame)),
  })
  const { awareness } = provider
  awareness.setLocalStateField('user', me)

  handlePageMessages(provider, held, {
    heard() {
      lastSign = Date.now()
    },
    saved(frames) {
      const before = unsent.changes
      unsent.acknowledged(frames)
      if (unsent.caughtUp) line = { is: 'up' }
      if (unsent.changes === 0 && before > 0) savedAt = Date.now()
      copy.keep(unsent.updates)
      changed()
    },
    status(next) {
      status = next
      statusHeard = true
      changed()
    },
    notice(next) {
      notice = next
      changed()
    },
    authorship: (message) => authors.hear(message),
    aside: (message) => asides.receive(message),
    shows: (revision) => shown.is(revision),
    serverHas(state) {
      // Before the answer, which is made from the document as it is now.
      const update = unsent.serverHas(state)
      if (update) provider.ws?.send(updateFrame(update))
    },
  })

  provider.on('status', ({ status: socket }) => {
    lastSign = Date.now()
    if (socket === 'connected') {
      unsent.opened()
      delivery = new Delivery()
      statusHeard = false
      // That was about the connection before.
      if (notice?.code === 'closed') notice = null
    }
    if (socket === 'disconnected') forgetOthers(awareness)
    changed()
  })
  provider.on('connection-close', (event) => {
    lastSign = Date.now()
    provider.maxBackoffTime = pauseBefore(provider.wsUnsuccessfulReconnects, Math.random())
    unsent.closed()
    asides.lost()
    // Nobody can say now whether it still takes no text: the page goes on as it was.
    if (takesText(status)) status = WORKS
    line = navigator.onLine === false ? { is: 'down' } : lost(line, Date.now())
    if (event !== null && event.code >= 4400 && event.code < 4500) {
      // The server says why just before it hangs up, or as it does if the socket never came into the pad.
      const why = notice?.code === 'closed' ? notice.text : event.reason || refusedWords(event.code)
      // What somebody else left is neither shown nor deleted: it waits for them.
      const isTheirs = event.code === CLOSE.notSignedIn
      refused = { why, code: event.code, lines: isTheirs ? [] : unsent.lines() }
    }
    changed()
  })
  provider.on('sync', (synced) => {
    if (!synced) return
    ready = true
    // Whatever the server has to say of the pad, it says before the text.
    if (!statusHeard) status = WORKS
    changed()
  })

  const copy = openCopy(localCopyName(copyId), doc)
  const copyLoaded = copy.loaded.then(() => {
    if (copy.unsaved) unsent.broughtBack(copy.unsaved)
    if (copy.state === 'kept') unsent.nothingFound()
    changed()
  })
  // With the copy in the document first, step 2 brings the server only what it lacks. A slow disk must not keep anybody waiting.
  Promise.race([copyLoaded, new Promise((resolve) => setTimeout(resolve, 400))]).then(() => {
    if (!closed && refused === null) provider.connect()
  })

  const stopWatching = watchWindow({
    everySecond() {
      if (provider.ws !== null && (isSilent() || isDeaf(provider.ws))) {
        line = { is: 'down' }
        reconnect()
      }
      line = waited(line, Date.now())
      // No answer, but an earlier visit left a copy here: better that than nothing.
      if (line.is === 'down' && doc.getXmlFragment(ROOT).length > 0) ready = true
      unsent.note()
      changed()
    },
    leaves: () => unsent.note(),
    online() {
      if (line.is !== 'up') reconnect()
    },
    offline() {
      line = { is: 'down' }
      reconnect()
      changed()
    },
    seen() {
      if (provider.ws === null || isSilent()) reconnect()
    },
  })

  const isSilent = () => Date.now() - lastSign > SILENCE_MS

  /** The server does not hear us, though we hear it. While its disk fails it hears and cannot answer. */
  function isDeaf({ bufferedAmount }: WebSocket): boolean {
    const waits = provider.wsconnected && status.is !== 'saving-fails'
    return waits && delivery.isStuck(Date.now(), { ...unsent.waiting, buffered: bufferedAmount })
  }

  /** Drops a socket that may be half open without waiting for its farewell. */
  function reconnect() {
    if (closed || refused !== null) return
    provider.disconnect()
    provider.connect()
  }

  function snapshot(): PadState {
    const { changes } = unsent
    const isUnsent = (changes > 0 || (refused?.lines.length ?? 0) > 0) && !handedBack
    const badge = badgeOf({ refused, connected: provider.wsconnected, status, line, copy, changes, savedAt })
    return { badge, ready, writable: takesText(status), refused, notice, isUnsent }
  }

  let state = snapshot()

  function changed() {
    if (closed) return
    const next = snapshot()
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener()
  }

  return {
    doc,
    awareness,
    provider,
    authors,
    asides,
    held,
    shown,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    unsentLines: () => unsent.lines(),
    alsoGiveBack: unsent.alsoGiveBack,
    copyId,
    dismissNotice() {
      notice = null
      changed()
    },
    async forgetCopy() {
      if (refused?.code === CLOSE.notSignedIn) return
      handedBack = true
      changed()
      unsent.forget()
      await copy.forget()
    },
    close() {
      closed = true
      unsent.note()
      stopWatching()
      held.release()
      copy.close()
      provider.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}
