import { ROOT } from '@forumpad/pad-schema'
import { vi } from 'vitest'
import * as Y from 'yjs'
import type { LocalCopy } from '../local-copy.ts'
import { connectPad, type PadConnection } from '../pad-connection.ts'
import { openUnsentNote } from '../unsent/unsent-note.ts'
import type { FakeServer } from './fake-server.ts'

/** Ada's page of a pad, with a copy on her device that the test can look at. Timers must be in the test's hand. */
export type Visit = {
  pad: PadConnection
  copy: LocalCopy & { name: string; forgotten: boolean; kept: () => Uint8Array | undefined }
  types(words: string): void
}

export type VisitOptions = {
  copyState?: LocalCopy['state']
  /** What an earlier visit left in the copy. */
  from?: Y.Doc
  /** What it had not saved. */
  unsaved?: Uint8Array
  frozenSince?: number | null
  mayWrite?: boolean
}

export async function visitPad(server: FakeServer, options: VisitOptions = {}): Promise<Visit> {
  const { copyState = 'kept', from, unsaved, frozenSince = null, mayWrite = true } = options
  const copy: Visit['copy'] = {
    name: '',
    state: copyState,
    loaded: Promise.resolve().then(() => {
      if (from) Y.applyUpdate(pad.doc, Y.encodeStateAsUpdate(from), copy)
    }),
    unsaved,
    kept: () => undefined,
    keep(asked) {
      this.kept = asked
    },
    forgotten: false,
    brought: (origin) => origin === copy,
    async forget() {
      this.forgotten = true
    },
    close() {},
  }
  const pad = connectPad({
    pad: 'Föhn~1',
    title: 'Föhn',
    epoch: 7,
    me: { id: 'ada', name: 'Ada', hue: 3 },
    frozenSince,
    mayWrite,
    server: 'ws://pads.example',
    Socket: server.Socket,
    openNote: openUnsentNote,
    openCopy: (name) => {
      copy.name = name
      return copy
    },
  })
  await vi.advanceTimersByTimeAsync(1)
  return {
    pad,
    copy,
    types(words) {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(words)])
      pad.doc.getXmlFragment(ROOT).push([line])
    },
  }
}
