import { type Static, Type } from 'typebox'
import { TableReading } from './table-reading.ts'

const Instant = Type.String({ format: 'date-time' })
const Url = Type.String({ maxLength: 2000, pattern: '^(https?|webcal)://' })
const EveryMinutes = Type.Union([Type.Integer({ minimum: 5, maximum: 10_080 }), Type.Null()], {
  description: 'How often to look, in minutes; null: never by itself',
})

/** Where an event's agenda comes from, and how often to look whether it has changed. */
export const AgendaSourceWish = Type.Object(
  { url: Url, everyMinutes: EveryMinutes, ...TableReading },
  { $id: 'AgendaSourceWish', additionalProperties: false },
)
export type AgendaSourceWish = Static<typeof AgendaSourceWish>

export const AgendaSource = Type.Object(
  {
    url: Type.String(),
    everyMinutes: EveryMinutes,
    ...TableReading,
    checkedAt: Type.Union([Instant, Type.Null()]),
    nextAt: Type.Union([Instant, Type.Null()]),
    said: Type.Union([Type.String(), Type.Null()], { description: 'What came of the last look, in a sentence' }),
  },
  { $id: 'AgendaSource' },
)
export type AgendaSource = Static<typeof AgendaSource>
