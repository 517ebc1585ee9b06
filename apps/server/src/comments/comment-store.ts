import type { ActToNote, PadComment, PassageAnchor, Person } from '@forumpad/api'

/** The first of a thread is about a passage; an answer is in the thread of another. */
export type NewComment = { at: number; person: Person; text: string; key: string } & (
  | { thread: null; anchor: PassageAnchor; quote: string }
  | { thread: number }
)

/** Where the comments on pads are kept. An unknown pad has none. */
export interface CommentStore {
  /**
   * Adds a comment; on disk when the promise resolves. A second one of the same person with the same key is not added: the first is given
   * back.
   */
  add(
    pad: string,
    comment: NewComment,
  ): Promise<{ is: 'added' | 'known'; comment: PadComment } | 'no such pad' | 'no such thread'>
  find(pad: string, id: number): Promise<PadComment | undefined>
  /** At most `limit` comments that were added or changed after change `change`, in the order of their change. */
  changedSince(pad: string, change: number, limit: number): Promise<PadComment[]>
  /** How many there are, the deleted ones too. */
  count(pad: string): Promise<number>
  /** Takes the words away for good and leaves the mark. Undefined if there is no such comment; one that is deleted stays as it is. `note` is kept with it. */
  delete(
    pad: string,
    id: number,
    by: NonNullable<PadComment['deletedBy']>,
    note?: ActToNote,
  ): Promise<PadComment | undefined>
  /** Calls a thread settled, by the name of whoever does, or open again: null. Undefined if there is no such thread. */
  settle(pad: string, thread: number, by: string | null): Promise<PadComment | undefined>
  /** Whether those who may only read a pad may comment. */
  readersMay(pad: string): Promise<boolean>
  allowReaders(pad: string, may: boolean): Promise<void>
}
