/** Which copy on this device: of a pad, by one person, for one incarnation of the document and one schema. */
export type CopyId = { person: string; pad: string; epoch: number; schema: number }

/** One visit's part in it: a Yjs client that wrote here. */
export type NotedVisit = {
  /** How far its items are known to be on the server's disk. */
  saved: number
  /** Changes that are not. */
  changes: number
  /** When that was written down; milliseconds since 1970. */
  at: number
}

/** What this device knows of words in a copy that the server may not have. There is none when the server has everything. */
export type CopyNote = { title: string; visits: Record<string, NotedVisit> }

/** The small storage of a browser, which can be read at once and by every page of ours. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const FOLDER = 'forumpad.unsent/'

export function readNote(storage: NoteStorage, copy: CopyId): CopyNote | null {
  const text = storage.getItem(keyOf(copy))
  return text === null ? null : parseNote(text)
}

/** Without visits it is taken away. A full storage keeps what it has: the copy itself is elsewhere. */
export function writeNote(storage: NoteStorage, copy: CopyId, note: CopyNote): void {
  try {
    if (Object.keys(note.visits).length === 0) storage.removeItem(keyOf(copy))
    else storage.setItem(keyOf(copy), JSON.stringify(note))
  } catch {
    // Nothing is lost but an entry in a list.
  }
}

/** The copies of one person with unsent words, those of the last change first. */
export function notedCopies(storage: NoteStorage, person: string): (CopyId & { note: CopyNote })[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys
    .flatMap((key) => {
      const copy = copyOf(key)
      const note = copy?.person === person ? readNote(storage, copy) : null
      return copy && note && changesIn(note) > 0 ? [{ ...copy, note }] : []
    })
    .sort((a, b) => lastChange(b.note) - lastChange(a.note))
}

export function changesIn({ visits }: CopyNote): number {
  return Object.values(visits).reduce((sum, { changes }) => sum + changes, 0)
}

export function lastChange({ visits }: CopyNote): number {
  return Math.max(0, ...Object.values(visits).map(({ at }) => at))
}

/** Whether a key of the storage belongs to these notes. */
export function isNoteKey(key: string | null): boolean {
  return key?.startsWith(FOLDER) ?? true
}

function keyOf({ person, pad, epoch, schema }: CopyId): string {
  return FOLDER + [person, pad, epoch, schema].map(encodeURIComponent).join('/')
}

function copyOf(key: string): CopyId | undefined {
  if (!key.startsWith(FOLDER)) return undefined
  const [person = '', pad = '', epoch, schema, ...more] = key.slice(FOLDER.length).split('/')
  const numbers = [Number(epoch), Number(schema)] as const
  if (more.length > 0 || !numbers.every(Number.isSafeInteger)) return undefined
  try {
    return { person: decodeURIComponent(person), pad: decodeURIComponent(pad), epoch: numbers[0], schema: numbers[1] }
  } catch {
    return undefined
  }
}

function parseNote(text: string): CopyNote | null {
  try {
    const note: unknown = JSON.parse(text)
    return isNote(note) ? note : null
  } catch {
    return null
  }
}

function isNote(note: unknown): note is CopyNote {
  if (typeof note !== 'object' || note === null || !('title' in note) || !('visits' in note)) return false
  const { title, visits } = note
  if (typeof title !== 'string' || typeof visits !== 'object' || visits === null) return false
  return Object.entries(visits).every(([client, visit]) => /^\d{1,15}$/.test(client) && isVisit(visit))
}

function isVisit(visit: unknown): boolean {
  if (typeof visit !== 'object' || visit === null) return false
  return ['saved', 'changes', 'at'].every((field) => Number.isSafeInteger(Reflect.get(visit, field)))
}
