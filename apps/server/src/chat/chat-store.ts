import type { ActToNote, ChatMessage, Person } from '@forumpad/api'

export type NewChatMessage = { at: number; person: Person; text: string; key: string }

/** Where the chat beside each pad is kept. An unknown pad has no messages. */
export interface ChatStore {
  /**
   * Adds a message; on disk when the promise resolves. A second one of the same person with the same key is not added: the first is
   * given back. Undefined if there is no such pad.
   */
  add(pad: string, message: NewChatMessage): Promise<{ message: ChatMessage; isNew: boolean } | undefined>
  find(pad: string, id: number): Promise<ChatMessage | undefined>
  /** At most `limit` messages that were added or changed after change `change`, in the order of their change. */
  changedSince(pad: string, change: number, limit: number): Promise<ChatMessage[]>
  /** The newest `limit` messages with an id below `id`, oldest first. */
  before(pad: string, id: number, limit: number): Promise<ChatMessage[]>
  /** How many messages after message `id` others than this person said, and the newest id. Deleted ones do not count. */
  unread(pad: string, id: number, person: string): Promise<{ unread: number; newest: number }>
  /** Takes the words away for good and leaves the mark. Undefined if there is no such message; one that is deleted stays as it is. `note` is kept with it. */
  delete(
    pad: string,
    id: number,
    by: NonNullable<ChatMessage['deletedBy']>,
    note?: ActToNote,
  ): Promise<ChatMessage | undefined>
}
