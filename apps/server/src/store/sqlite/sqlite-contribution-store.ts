import type { ContributionStore, EventContribution } from '../../report/contribution-store.ts'
import type { Database } from './open-database.ts'
import { PLACE_OF_PAD, RANK_IN_PAD, type RankParameters } from './rank-in-pad.ts'

export function createSqliteContributionStore({ kysely, raw }: Database): ContributionStore {
  const statements = {
    findPad: raw.prepare<[string], { id: number }>('SELECT id FROM pad WHERE name = ?'),
    forget: raw.prepare<[number]>('DELETE FROM contribution WHERE pad = ?'),
    add: raw.prepare<[number, string, number]>('INSERT INTO contribution (pad, person, characters) VALUES (?, ?, ?)'),
    ofEvent: raw.prepare<[RankParameters & { event: string }], EventContribution>(
      `SELECT contribution.person, sum(contribution.characters) AS characters, count(*) AS pads
       FROM ${PLACE_OF_PAD} JOIN contribution ON contribution.pad = pad.id
       WHERE session.event = @event AND ${RANK_IN_PAD} >= 0
       GROUP BY contribution.person ORDER BY characters DESC, contribution.person`,
    ),
  }
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  return {
    keep: (name, contributions) =>
      inOneGo(() => {
        const pad = statements.findPad.get(name)
        if (!pad) return
        statements.forget.run(pad.id)
        for (const { person, characters } of contributions) statements.add.run(pad.id, person, characters)
      }),
    ofEvent: (event, { isOrganiser, person, at }) =>
      inOneGo(() => statements.ofEvent.all({ event, organiser: isOrganiser ? 1 : 0, person: person ?? '', at })),
  }
}
