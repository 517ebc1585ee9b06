import { type CommentThread, leaveFormats, type PadComment } from '@forumpad/api'
import { type BlockId, passagesOf, ROOT, readBlocks } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import * as Y from 'yjs'
import type { CommentStore } from './comment-store.ts'

/** A thread with the block in which its passage begins now; undefined where the passage is gone. */
export type PlacedThread = { thread: CommentThread; block: BlockId | undefined }

export type ThreadParts = { comments: Pick<CommentStore, 'changedSince'>; livePads: Pick<LivePads, 'read'> }

const AT_ONCE = 500

/** The comments on a pad as they are now, in the order in which they were begun. What was deleted and answered by nobody is left out. */
export async function readThreads({ comments, livePads }: ThreadParts, pad: string): Promise<PlacedThread[]> {
  const all = await readAll(comments, pad)
  const begun = all.flatMap((first) => {
    const answers = all.filter(({ id, thread }) => thread === first.id && id !== thread)
    const isThread = first.thread === first.id && first.anchor !== null
    return isThread && (first.deletedBy === null || answers.length > 0) ? [{ first, answers }] : []
  })
  if (begun.length === 0) return []
  const blockOf = await findBlocks(
    livePads,
    pad,
    begun.map(({ first }) => first),
  )
  return begun.map(({ first, answers }) => ({ thread: threadOf(first, answers), block: blockOf(first.id) }))
}

async function readAll(comments: ThreadParts['comments'], pad: string): Promise<PadComment[]> {
  const all: PadComment[] = []
  for (;;) {
    const more = await comments.changedSince(pad, all.at(-1)?.change ?? 0, AT_ONCE)
    all.push(...more)
    if (more.length < AT_ONCE) return all.sort((a, b) => a.id - b.id)
  }
}

async function findBlocks(livePads: ThreadParts['livePads'], pad: string, firsts: readonly PadComment[]) {
  const found = new Map<number, BlockId>()
  const committed = await livePads.read(pad)
  if (!committed) return (id: number) => found.get(id)
  const doc = leaveFormats(new Y.Doc())
  Y.applyUpdate(doc, committed.state)
  const fragment = doc.getXmlFragment(ROOT)
  const blocks = readBlocks(fragment)
  const anchored = firsts.flatMap(({ id, anchor }) => (anchor ? [{ id, anchor }] : []))
  const passages = passagesOf(
    fragment,
    anchored.map(({ anchor }) => anchor),
  )
  anchored.forEach(({ id }, index) => {
    const block = blocks[passages[index]?.parts[0]?.block ?? -1]
    if (block) found.set(id, block.id)
  })
  doc.destroy()
  return (id: number) => found.get(id)
}

function threadOf(first: PadComment, answers: readonly PadComment[]): CommentThread {
  return {
    quote: first.quote,
    settledBy: first.resolvedBy,
    entries: [first, ...answers].map(({ person, at, text, deletedBy }) => ({
      person,
      at: new Date(at).toISOString(),
      text: deletedBy === null ? text : null,
    })),
  }
}
