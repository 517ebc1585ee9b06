import { type Static, Type } from 'typebox'

/** What a column of a table can mean. */
export const TableColumn = Type.Union([
  Type.Literal('id'),
  Type.Literal('title'),
  Type.Literal('date'),
  Type.Literal('start'),
  Type.Literal('endDate'),
  Type.Literal('end'),
  Type.Literal('duration'),
  Type.Literal('timeZone'),
  Type.Literal('room'),
  Type.Literal('track'),
  Type.Literal('type'),
  Type.Literal('people'),
  Type.Literal('abstract'),
  Type.Literal('description'),
  Type.Literal('url'),
  Type.Literal('state'),
])
export type TableColumn = Static<typeof TableColumn>

/** Whether 05/06/2027 is the fifth of June or May the sixth. */
export const DayOrder = Type.Union([Type.Literal('day first'), Type.Literal('month first')])
export type DayOrder = Static<typeof DayOrder>

const Chosen = Type.Optional(Type.String({ maxLength: 200 }))

/** Which column of a table means what, for one that comes as CSV. */
export const ColumnChoice = Type.Object(
  {
    id: Chosen,
    title: Chosen,
    date: Chosen,
    start: Chosen,
    endDate: Chosen,
    end: Chosen,
    duration: Chosen,
    timeZone: Chosen,
    room: Chosen,
    track: Chosen,
    type: Chosen,
    people: Chosen,
    abstract: Chosen,
    description: Chosen,
    url: Chosen,
    state: Chosen,
  },
  {
    additionalProperties: false,
    description:
      'For CSV: the heading of each column, or its number, counted from 1; empty for what the table does not have. What is not named is found by its heading.',
  },
)
export type ColumnChoice = Static<typeof ColumnChoice>

/** How a table is read, where somebody has said it. */
export const TableReading = {
  columns: Type.Optional(ColumnChoice),
  dayOrder: Type.Optional(DayOrder),
}
export type TableReading = { columns?: ColumnChoice; dayOrder?: DayOrder }

/** How a table was read, for whoever knows better: its columns with their first cells, and in which order its dates are written. */
export const TableFacts = Type.Object({
  columns: Type.Array(
    Type.Object({
      heading: Type.String(),
      means: Type.Union([TableColumn, Type.Null()]),
      examples: Type.Array(Type.String()),
    }),
  ),
  dates: Type.Union([
    Type.Object({
      order: DayOrder,
      example: Type.String({ description: 'A date as it stands in the table' }),
      days: Type.Object(
        {
          'day first': Type.Union([Type.String(), Type.Null()]),
          'month first': Type.Union([Type.String(), Type.Null()]),
        },
        { description: 'Which day it is in either order; null where it is none' },
      ),
    }),
    Type.Null(),
  ]),
})
export type TableFacts = Static<typeof TableFacts>
