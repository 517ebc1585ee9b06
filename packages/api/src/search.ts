import { type Static, Type } from 'typebox'

const Instant = Type.String({ format: 'date-time' })
const Found = Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]), {
  description: 'The stretches that were looked for: from and to, in UTF-16 units',
})

/** Something that was written in a pad or said beside it, with the words that were looked for. */
export const SearchPassage = Type.Union(
  [
    Type.Object({
      in: Type.Literal('notes'),
      line: Type.String({ description: 'The permanent name of its line: its address is /p/PAD#LINE' }),
      text: Type.String(),
      found: Found,
    }),
    Type.Object({
      in: Type.Literal('comment'),
      comment: Type.Integer(),
      by: Type.String(),
      at: Instant,
      text: Type.String(),
      found: Found,
    }),
    Type.Object({
      in: Type.Literal('chat'),
      message: Type.Integer(),
      by: Type.String(),
      at: Instant,
      text: Type.String(),
      found: Found,
    }),
  ],
  { $id: 'SearchPassage' },
)
export type SearchPassage = Static<typeof SearchPassage>

/** A pad that was found, with the best places in it. */
export const SearchHit = Type.Object(
  {
    pad: Type.String({ description: 'The name of the pad: its address is /p/NAME' }),
    title: Type.String(),
    titleFound: Found,
    changedAt: Type.Union([Instant, Type.Null()]),
    session: Type.Union([
      Type.Object({
        event: Type.Object({ slug: Type.String(), title: Type.String(), timeZone: Type.String() }),
        start: Type.Union([Instant, Type.Null()]),
        end: Type.Union([Instant, Type.Null()]),
        room: Type.Union([Type.String(), Type.Null()]),
        people: Type.Array(Type.String()),
      }),
      Type.Null(),
    ]),
    passages: Type.Array(SearchPassage),
    moreLines: Type.Integer({ description: 'How many lines of the notes were found beside those' }),
  },
  { $id: 'SearchHit' },
)
export type SearchHit = Static<typeof SearchHit>

/** The pads that were found, the best first. */
export const SearchResults = Type.Object(
  {
    total: Type.Integer({ description: 'How many pads there are in all' }),
    page: Type.Integer(),
    pages: Type.Integer(),
    pads: Type.Array(SearchHit),
  },
  { $id: 'SearchResults' },
)
export type SearchResults = Static<typeof SearchResults>
