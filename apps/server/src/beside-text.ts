import type { IncomingMessage } from 'node:http'
import type { AuditAct, Person, Role } from '@forumpad/api'
import type { Clock, LivePads } from '@forumpad/sync'
import type { FastifyBaseLogger } from 'fastify'
import { type Asides, createAsides } from './asides/asides.ts'
import type { Guest } from './asides/guest.ts'
import type { Audit } from './audit/audit.ts'
import { chatFeature } from './chat/chat.ts'
import type { ChatStore } from './chat/chat-store.ts'
import { chatWords } from './chat/chat-words.ts'
import type { CommentStore } from './comments/comment-store.ts'
import { commentsFeature } from './comments/comments.ts'
import { readPassage } from './comments/read-passage.ts'
import type { HeldLinks } from './links/held-links.ts'
import { linksFeature } from './links/links-feature.ts'
import type { PadDirectory } from './pads/pad-directory.ts'
import { readPadText } from './pads/pad-texts.ts'
import type { People } from './people/people.ts'
import { roomFeature } from './room/room.ts'
import type { RoomStore } from './room/room-store.ts'
import { WebSocketFrame } from './sockets/web-socket-frame.ts'

export type BesideTextParts = {
  livePads: LivePads
  heldLinks: HeldLinks
  pads: PadDirectory
  chat: ChatStore
  comments: CommentStore
  room: RoomStore
  people: Pick<People, 'remember'>
  clock: Clock
  /** What whoever sent the request that became a socket may do now; null for whoever was shut out. */
  rolesOnSockets: { lastKnown(request: IncomingMessage): Role | null }
  noterInPad: Audit['noterInPad']
  log: FastifyBaseLogger
}

/** What goes on beside the text of a pad, on the same sockets. */
export function createBesideText({
  livePads,
  heldLinks,
  pads,
  chat,
  comments,
  room: rooms,
  people,
  clock,
  rolesOnSockets,
  noterInPad,
  log,
}: BesideTextParts): {
  asides: Asides
  room: ReturnType<typeof roomFeature>
} {
  const asides = createAsides({
    frame: (payload) => new WebSocketFrame(payload),
    clock,
    roleOf: ({ request }) => rolesOnSockets.lastKnown(request),
    failed: (error) => log.error({ err: error }, 'What a page asked could not be done.'),
  })
  const shared = {
    asides,
    clock,
    isFrozen: async (pad: string) => (await pads.find(pad))?.frozenAt != null,
    remember: people.remember,
  }
  const room = roomFeature({
    ...shared,
    store: rooms,
    failed: (error) => log.error({ err: error }, 'A room could not be read.'),
  })
  asides.add(room)
  const noteOf =
    (act: AuditAct) =>
    async ({ pad, person, role }: Guest, author: Person) =>
      (await noterInPad(pad, { person: person.id, name: person.name, role }))(act, `By ${author.name}`)
  asides.add(chatFeature({ ...shared, store: chat, command: room.command, noteOf: noteOf('chat-deleted') }))
  asides.add(
    commentsFeature({
      ...shared,
      store: comments,
      quoteOf: (pad, anchor) => readPassage(livePads, pad, anchor),
      cleanWords: chatWords,
      noteOf: noteOf('comment-deleted'),
    }),
  )
  const documentOf = async (pad: string) => (await readPadText({ livePads, pads }, pad))?.document ?? { blocks: [] }
  asides.add(linksFeature({ asides, heldLinks, documentOf }))
  return { asides, room }
}
