import type { PadDocument } from '@forumpad/pad-schema'
import { linesOf, ROOT, readDocument, rewriteDocument, schemaCheck, standingsOf } from '@forumpad/pad-schema'
import { settled, type TestClient, TestServer } from '@forumpad/sync/testing'
import { createHistory, type History } from '../../history/history.ts'
import { createMemoryKeyframeStore } from '../../history/testing/memory-keyframe-store.ts'
import { createPadChanges, type PadChanges } from '../pad-changes.ts'
import type { PastRevision } from '../past.ts'

/** A pad called `notes` in which people write, with its past, and what moderators do to it. */
export class Notes {
  readonly server = new TestServer({ schema: schemaCheck })
  readonly history: History
  readonly changes: PadChanges

  constructor() {
    this.history = createHistory({
      store: this.server.store,
      keyframes: createMemoryKeyframeStore(),
      clock: this.server.clock,
      failed: (error) => {
        throw error
      },
    })
    this.changes = createPadChanges({
      livePads: this.server.pads,
      past: this.history,
      log: this.server.store,
      requireWritable: async () => {},
    })
  }

  joins(name: string): Promise<TestClient> {
    return this.server.joins(name, { schemaVersion: schemaCheck.version })
  }

  /** Somebody makes the text what they like, as they see it. */
  async writes(who: TestClient, document: PadDocument): Promise<void> {
    rewriteDocument(who.doc, standingsOf(document), (_, write) => write())
    await this.stored()
  }

  /** Everything that is written is stored, and everybody has it. */
  async stored(): Promise<void> {
    await settled()
    await this.server.clock.pass(100)
  }

  seenBy = (who: TestClient): PadDocument => readDocument(who.doc.getXmlFragment(ROOT))

  get newest(): number {
    return this.server.store.inner.log('notes').length
  }

  at(revision: number): Promise<PastRevision> {
    return this.history.readRevision('notes', revision)
  }

  async end(): Promise<void> {
    this.server.end()
    await this.history.stop()
  }
}

/** The words of each line with their authors, such as `(ada Hello )(grace world)`; a question mark behind those who are not sure. */
export function told({ document, credits }: Pick<PastRevision, 'document' | 'credits'>): string[] {
  return linesOf(document).map(({ content }, line) => {
    const words = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
    let parts = ''
    let before = ''
    for (const { from, to, author, verified } of credits[line] ?? []) {
      const by = `${author}${verified ? '' : '?'}`
      parts += by === before ? words.slice(from, to) : `${before === '' ? '' : ')'}(${by} ${words.slice(from, to)}`
      before = by
    }
    return before === '' ? '' : `${parts})`
  })
}
