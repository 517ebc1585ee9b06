import type {
  Append,
  Appended,
  Checkpoint,
  ClientOwner,
  LogEntry,
  PadStore,
  StoredChange,
  StoredPad,
} from '../ports.ts'

export type MemoryPadStore = PadStore & {
  /** Makes a pad with an empty log. */
  addPad(name: string, facts?: { frozenAt?: number }): void
  /** As redaction or a restored backup does: old copies must not be merged any more. */
  raiseEpoch(name: string): void
  /** Every revision of a pad, from the first. */
  log(name: string): readonly LoggedRevision[]
}

export type LoggedRevision = StoredChange

type MemoryPad = {
  epoch: number
  log: LoggedRevision[]
  checkpoint: Checkpoint | undefined
  clients: Map<number, ClientOwner>
  frozenAt: number | null
}

/** Pads in memory, with the behaviour of a database: for tests and simulations. */
export function createMemoryPadStore(names: readonly string[] = []): MemoryPadStore {
  const pads = new Map<string, MemoryPad>()

  function existing(name: string): MemoryPad {
    const pad = pads.get(name)
    if (!pad) throw new Error(`There is no pad ${name}.`)
    return pad
  }

  const store: MemoryPadStore = {
    addPad(name, { frozenAt = null as number | null } = {}) {
      pads.set(name, { epoch: 1, log: [], checkpoint: undefined, clients: new Map(), frozenAt })
    },
    raiseEpoch(name) {
      existing(name).epoch += 1
    },
    log: (name) => existing(name).log,

    async load(name) {
      const pad = pads.get(name)
      return pad && storedPad(pad)
    },

    async append(shares, at) {
      // Copied before anything is stored: a share that cannot be read stores nothing of the others.
      const copies = shares.map((share) => ({ ...share, entries: share.entries.map(copyEntry) }))
      return copies.map((share) => appendTo(pads.get(share.pad), share, at))
    },

    async readLog(name, after, limit) {
      const rows = pads.get(name)?.log.slice(after, after + limit) ?? []
      return rows.map((row, i) => ({ ...row, revision: after + 1 + i }))
    },

    async saveCheckpoint(name, { epoch, revision, state, authorship }) {
      const pad = pads.get(name)
      if (!pad || pad.epoch !== epoch || revision < (pad.checkpoint?.revision ?? 0)) return
      pad.checkpoint = { revision, state: state.slice(), authorship: authorship?.slice() }
    },

    async setFrozen(name, since) {
      const pad = pads.get(name)
      if (pad) pad.frozenAt = since
    },
  }

  for (const name of names) store.addPad(name)
  return store
}

function storedPad(pad: MemoryPad): StoredPad {
  return {
    epoch: pad.epoch,
    head: pad.log.length,
    checkpoint: pad.checkpoint,
    tail: pad.log.slice(pad.checkpoint?.revision ?? 0),
    clients: new Map(pad.clients),
    frozenAt: pad.frozenAt,
  }
}

function appendTo(pad: MemoryPad | undefined, share: Append, at: number): Appended {
  if (!pad) return { is: 'refused', pad: share.pad, because: 'no such pad' }
  if (pad.epoch !== share.epoch) return { is: 'refused', pad: share.pad, because: 'other epoch' }
  if (share.onlyIfEmpty && pad.log.length > 0) return { is: 'refused', pad: share.pad, because: 'not empty' }
  for (const entry of share.entries) pad.log.push({ ...entry, at })
  for (const { client, owner } of share.clients) {
    if (!pad.clients.has(client)) pad.clients.set(client, owner)
  }
  return { is: 'appended', pad: share.pad, head: pad.log.length }
}

function copyEntry({ person, bytes }: LogEntry): LogEntry {
  return { person, bytes: bytes.slice() }
}
