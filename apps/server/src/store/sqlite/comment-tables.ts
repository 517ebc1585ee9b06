/** Comments on passages of a pad and their answers. `name` and `hue` are those that a person had then. Instants are milliseconds since 1970. */
export interface CommentTable {
  pad: number
  /** From 1 in each pad, without gaps. */
  id: number
  /** Raised whenever a comment of the pad is added or changed. */
  change: number
  /** The id of the first of its thread. */
  thread: number
  at: number
  person: string
  name: string
  hue: number
  /** Empty once it is deleted. */
  text: string
  key: string
  deleted_by: 'author' | 'organiser' | 'moderator' | null
  /** Of the first of a thread: the ids of its first and last character, as JSON. */
  anchor: string | null
  quote: string
  resolved_by: string | null
}

/** Whether those who may only read a pad may comment on it. */
export interface CommentAccessTable {
  pad: number
  readers: number
}
