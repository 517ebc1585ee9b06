import { type Static, Type } from 'typebox'
import type { Event, Session } from './event.ts'

/** So many characters a template holds at most. */
export const LONGEST_TEMPLATE = 20_000
/** So long the name of a type is at most. */
export const LONGEST_TYPE = 100

/** What a type of sessions goes by, however an agenda writes it today; empty for the event as a whole. */
export function typeKey(type: string | null): string {
  return type === null ? '' : type.normalize('NFC').trim().toLowerCase()
}

/** What the pads of an event's sessions begin with, or of one type of them. */
export const SessionTemplate = Type.Object(
  {
    type: Type.Union([Type.String(), Type.Null()], {
      description:
        'For sessions of this type or, if none has that type, of this track; null for all that have no template of their own',
    }),
    markdown: Type.String({ description: 'Markdown with variables such as {title}; empty: pads begin empty' }),
    changedAt: Type.String({ format: 'date-time' }),
  },
  { $id: 'SessionTemplate' },
)
export type SessionTemplate = Static<typeof SessionTemplate>

export const TemplateWish = Type.Object(
  { markdown: Type.String({ description: `At most ${LONGEST_TEMPLATE} characters` }) },
  { $id: 'TemplateWish', additionalProperties: false },
)
export type TemplateWish = Static<typeof TemplateWish>

/** A name in braces that a template may use, and what stands there in its place. */
export const TemplateVariable = Type.Object({ name: Type.String(), gives: Type.String() }, { $id: 'TemplateVariable' })
export type TemplateVariable = Static<typeof TemplateVariable>

/** A type of sessions or a track, as the agenda calls it. */
export const SessionType = Type.Object({ type: Type.String(), sessions: Type.Integer() }, { $id: 'SessionType' })
export type SessionType = Static<typeof SessionType>

export const EventTemplates = Type.Object(
  {
    templates: Type.Array(SessionTemplate, { description: 'Those that are kept; the one of the event first' }),
    types: Type.Array(SessionType, { description: 'The types and tracks of the agenda, the most frequent first' }),
    variables: Type.Array(TemplateVariable),
  },
  { $id: 'EventTemplates' },
)
export type EventTemplates = Static<typeof EventTemplates>

export const SavedTemplate = Type.Object(
  {
    template: SessionTemplate,
    unknown: Type.Array(Type.String(), { description: 'Names in braces that are no variables: they stay as they are' }),
  },
  { $id: 'SavedTemplate' },
)
export type SavedTemplate = Static<typeof SavedTemplate>

/** `/e/EVENT/templates`: the template of the event, or of one type of its sessions. */
export type TemplatesData = {
  page: 'templates'
  event: Event
  /** Null: of all sessions that have none of their own. */
  type: string | null
  /** As it is being written; until then as it is kept, or as pads begin without it. */
  markdown: string
  isKept: boolean
  /** The types that have a template of their own. */
  kept: string[]
  types: SessionType[]
  variables: TemplateVariable[]
  /** Names in braces that are no variables. */
  unknown: string[]
  /** How the pad of a session begins, made safe by the server: goes into the page as it is. Null if there is no such session. */
  preview: { session: Pick<Session, 'title' | 'start' | 'end' | 'room' | 'pad'>; html: string } | null
  /** Pads of these sessions that nobody has opened: they follow the template. */
  unopened: number
  said: 'saved' | 'removed' | null
  /** Why it was not saved. */
  problem: string | null
}
