import type { SeenTexts } from '../../pads/seen-texts.ts'
import type { Database } from './open-database.ts'

export function createSqliteSeenTexts({ kysely, raw }: Database): SeenTexts {
  const noteOne = raw.prepare<[string, number, number, string]>(
    `INSERT INTO seen_text (pad, follower, epoch, revision) SELECT id, ?, ?, ? FROM pad WHERE name = ?
     ON CONFLICT (pad, follower) DO UPDATE SET epoch = excluded.epoch, revision = excluded.revision`,
  )

  return {
    note: (seen) =>
      kysely.connection().execute(async () => {
        const noteAll = () => {
          for (const { follower, epoch, revision, pad } of seen) noteOne.run(follower, epoch, revision, pad)
        }
        raw.transaction(noteAll).immediate()
      }),

    async unseen(followers, after, limit) {
      if (followers.length === 0) return []
      const pads = await kysely
        .selectFrom('pad')
        .select(['id', 'name', 'epoch', 'head'])
        .where('name', '>', after)
        .where('head', '>', 0)
        .where(
          (pad) =>
            pad
              .selectFrom('seen_text')
              .select((seen) => seen.fn.countAll<number>().as('count'))
              .whereRef('seen_text.pad', '=', 'pad.id')
              .whereRef('seen_text.epoch', '=', 'pad.epoch')
              .whereRef('seen_text.revision', '=', 'pad.head')
              .where('follower', 'in', followers),
          '<',
          followers.length,
        )
        .orderBy('name')
        .limit(limit)
        .execute()
      if (pads.length === 0) return []
      const seen = await kysely
        .selectFrom('seen_text')
        .selectAll()
        .where(
          'pad',
          'in',
          pads.map(({ id }) => id),
        )
        .execute()
      return pads.map(({ id, name, epoch, head }) => {
        const have = seen.filter((row) => row.pad === id && row.epoch === epoch && row.revision === head)
        return { pad: name, followers: followers.filter((each) => !have.some(({ follower }) => follower === each)) }
      })
    },
  }
}
