import {
  type Append,
  type Appended,
  type ClientOwner,
  type LogRow,
  type PadStore,
  readKeptCredits,
  type StoredChange,
  type StoredPad,
} from '@forumpad/sync'
import { actNoter } from './note-act.ts'
import type { Database } from './open-database.ts'

type PadRow = { id: number; head: number; epoch: number; frozenAt: number | null }

/** Pads in SQLite. Statements run in one go inside kysely's one connection, so no other transaction gets between them. */
export function createSqlitePadStore({ kysely, raw }: Database): PadStore {
  const statements = prepare(raw)
  const noteAct = actNoter(raw)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  function load(name: string): StoredPad | undefined {
    const pad = statements.findPad.get(name)
    if (!pad) return undefined
    const checkpoint = statements.findCheckpoint.get(pad.id)
    const tail = statements.findTail.all(pad.id, checkpoint?.revision ?? 0)
    if ((checkpoint?.revision ?? 0) + tail.length !== pad.head) {
      throw new Error(`The log of pad ${name} has a gap before revision ${pad.head}.`)
    }
    const clients = statements.findClients.all(pad.id)
    const kept = statements.findCredits.get(pad.id)
    return {
      epoch: pad.epoch,
      head: pad.head,
      checkpoint: checkpoint && {
        revision: checkpoint.revision,
        state: plainBytes(checkpoint.state),
        authorship: checkpoint.authorship ? plainBytes(checkpoint.authorship) : undefined,
      },
      tail: tail.map(({ bytes, ...change }) => ({ ...change, bytes: plainBytes(bytes) })),
      clients: new Map(clients.map(({ client, person, verified }) => [client, { person, ...vouched(verified) }])),
      frozenAt: pad.frozenAt,
      keptCredits: kept && readKeptCredits(kept.bytes),
    }
  }

  function append(share: Append, at: number): Appended {
    const { pad: name } = share
    const pad = statements.findPad.get(name)
    if (!pad) return { is: 'refused', pad: name, because: 'no such pad' }
    if (pad.epoch !== share.epoch) return { is: 'refused', pad: name, because: 'other epoch' }
    if (share.onlyIfEmpty && pad.head > 0) return { is: 'refused', pad: name, because: 'not empty' }

    // The template that seeds a pad is not writing: with nothing but that, the pad still counts as untouched.
    const changedAt = share.entries.length > (share.onlyIfEmpty ? 1 : 0) ? at : null
    const raised = statements.raiseHead.get(share.entries.length, changedAt, pad.id)
    const head = raised?.head ?? pad.head
    let revision = head - share.entries.length
    for (const { person, bytes, note } of share.entries) {
      statements.addUpdate.run(pad.id, ++revision, at, person, bytes)
      noteAct(note)
    }
    for (const { client, owner } of share.clients) {
      statements.addClient.run(pad.id, client, owner.person, voucher(owner))
    }
    return { is: 'appended', pad: name, head }
  }

  return {
    load: (pad) => inOneGo(() => load(pad)),
    append: (pads, at) => inOneGo(() => pads.map((share) => append(share, at))),
    readLog: (pad, after, limit) =>
      inOneGo(() =>
        statements.readLog.all(pad, after, limit).map(({ bytes, ...row }) => ({ ...row, bytes: plainBytes(bytes) })),
      ),
    saveCheckpoint: (pad, { epoch, revision, state, authorship }) =>
      inOneGo(() => {
        statements.saveCheckpoint.run(revision, state, authorship ?? null, pad, epoch)
      }),
    setFrozen: (pad, since, note) =>
      inOneGo(() => {
        statements.setFrozen.run(since, pad)
        noteAct(note)
      }),
  }
}

/** How it is written down who vouches for an id's owner: 1 if the owner did, and 2 besides if it is a hand of the server. */
const voucher = ({ verified, hand }: ClientOwner): number => (verified ? 1 : 0) + (hand ? 2 : 0)

const vouched = (voucher: number): Pick<ClientOwner, 'verified' | 'hand'> => ({
  verified: (voucher & 1) === 1,
  ...((voucher & 2) === 2 ? { hand: true as const } : {}),
})

/** A Buffer's `slice` shares its memory where that of other byte arrays copies: nobody shall stumble over that. */
function plainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function prepare(raw: Database['raw']) {
  return {
    findPad: raw.prepare<[string], PadRow>('SELECT id, head, epoch, frozen_at AS frozenAt FROM pad WHERE name = ?'),
    findCheckpoint: raw.prepare<[number], { revision: number; state: Uint8Array; authorship: Uint8Array | null }>(
      'SELECT revision, state, authorship FROM pad_checkpoint WHERE pad = ?',
    ),
    findTail: raw.prepare<[number, number], StoredChange>(
      'SELECT person, at, bytes FROM pad_update WHERE pad = ? AND revision > ? ORDER BY revision',
    ),
    readLog: raw.prepare<[string, number, number], LogRow>(
      `SELECT revision, person, at, bytes FROM pad_update
       WHERE pad = (SELECT id FROM pad WHERE name = ?) AND revision > ? ORDER BY revision LIMIT ?`,
    ),
    findClients: raw.prepare<[number], { client: number; person: string; verified: number }>(
      'SELECT client, person, verified FROM pad_client WHERE pad = ?',
    ),
    findCredits: raw.prepare<[number], { bytes: Uint8Array }>('SELECT bytes FROM kept_credit WHERE pad = ?'),
    raiseHead: raw.prepare<[number, number | null, number], { head: number }>(
      'UPDATE pad SET head = head + ?, changed_at = coalesce(?, changed_at) WHERE id = ? RETURNING head',
    ),
    addUpdate: raw.prepare<[number, number, number, string, Uint8Array]>(
      'INSERT INTO pad_update (pad, revision, at, person, bytes) VALUES (?, ?, ?, ?, ?)',
    ),
    // An id keeps its first owner, whoever brings it again.
    addClient: raw.prepare<[number, number, string, number]>(
      'INSERT INTO pad_client (pad, client, person, verified) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    setFrozen: raw.prepare<[number | null, string]>('UPDATE pad SET frozen_at = ? WHERE name = ?'),
    saveCheckpoint: raw.prepare<[number, Uint8Array, Uint8Array | null, string, number]>(
      `INSERT INTO pad_checkpoint (pad, revision, state, authorship) SELECT id, ?, ?, ? FROM pad WHERE name = ? AND epoch = ?
       ON CONFLICT (pad) DO UPDATE
       SET revision = excluded.revision, state = excluded.state, authorship = excluded.authorship
       WHERE excluded.revision >= pad_checkpoint.revision`,
    ),
  }
}
