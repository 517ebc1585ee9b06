import { type Static, Type } from 'typebox'

/** The body of every error of the HTTP API: `application/problem+json` (RFC 9457) with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable, for programs' }),
    detail: Type.String({ description: 'For people: what is wrong and the way out' }),
  },
  { $id: 'Problem' },
)
export type Problem = Static<typeof Problem>
