import {
  type Event,
  type EventTemplates,
  LONGEST_TEMPLATE,
  LONGEST_TYPE,
  type Noter,
  type SavedTemplate,
  type Session,
  type SessionTemplate,
  type SessionType,
  type TemplatesData,
  typeKey,
} from '@forumpad/api'
import { documentToReadingHtml, markdownToDocument } from '@forumpad/pad-schema'
import { ProblemError } from '../../http/problem-error.ts'
import type { AgendaStore } from '../agenda-store.ts'
import { DEFAULT_TEMPLATE } from './default-template.ts'
import { fillAhead } from './fill-ahead.ts'
import { readTemplate } from './read-template.ts'
import { type Beginnings, beginningsIn, ofWhich, type TemplateRecord } from './session-templates.ts'
import type { TemplateStore } from './template-store.ts'
import { VARIABLES } from './variables.ts'

/** Whoever has more types than that is better served by fewer. */
const MOST_TEMPLATES = 50

export type EventTemplatesParts = {
  store: Pick<AgendaStore, 'sessions'>
  templates: TemplateStore
  now(): number
}

/** A template as somebody writes it, with what comes of it. */
export type LookedAt = Omit<TemplatesData, 'page' | 'event' | 'said' | 'problem'>

/** What organisers do with the templates of an event. */
export type TemplateDesk = {
  list(event: Event): Promise<EventTemplates>
  /** Throws a ProblemError for one that is too long, or has no type to be of. */
  save(event: Event, type: string | null, markdown: string, note: Noter): Promise<SavedTemplate>
  /** Throws a ProblemError if there is none. */
  remove(event: Event, type: string | null, note: Noter): Promise<void>
  /** `draft` is what is being written; without it, what is kept is shown. */
  look(event: Event, type: string | null, draft?: string): Promise<LookedAt>
}

export function createTemplateDesk({ store, templates, now }: EventTemplatesParts): TemplateDesk {
  /** How the pads of an event begin once it has these templates. */
  async function beginningsWith(event: Event, next: readonly TemplateRecord[]): Promise<Beginnings> {
    const [sessions, unopened] = await Promise.all([store.sessions(event.slug), templates.unopened(event.slug)])
    const theirs = sessions.filter(({ pad }) => unopened.has(pad))
    return fillAhead(beginningsIn(event), next, theirs)
  }

  return {
    async list({ slug }) {
      const [kept, sessions] = await Promise.all([templates.ofEvent(slug), store.sessions(slug)])
      return { templates: kept.map(shown), types: typesOf(sessions), variables: [...VARIABLES] }
    },

    async save(event, type, text, note) {
      const markdown = text.replace(/\r\n?/g, '\n')
      if (markdown.length > LONGEST_TEMPLATE) throw tooLong(markdown.length)
      const kept = await templates.ofEvent(event.slug)
      const record: TemplateRecord = { type: type === null ? null : readType(type), markdown, changedAt: now() }
      const isNew = !kept.some((one) => typeKey(one.type) === typeKey(record.type))
      if (isNew && kept.length >= MOST_TEMPLATES) throw tooMany()
      const beginnings = await beginningsWith(event, [...without(kept, record.type), record])
      await templates.save(event.slug, record, beginnings, note('template-saved', record.type ?? ''))
      return { template: shown(record), unknown: readTemplate(markdown, event).unknown }
    },

    async remove(event, type, note) {
      const noted = note('template-removed', type ?? '')
      const beginnings = await beginningsWith(event, without(await templates.ofEvent(event.slug), type))
      if (!(await templates.remove(event.slug, type, beginnings, noted))) throw noTemplate(event, type)
    },

    async look(event, asked, draft) {
      const type = asked === null ? null : readType(asked)
      const [kept, sessions, unopened] = await Promise.all([
        templates.ofEvent(event.slug),
        store.sessions(event.slug),
        templates.unopened(event.slug),
      ])
      const keptAs = new Map(kept.map((one) => [typeKey(one.type), one.markdown]))
      const own = keptAs.get(typeKey(type))
      const markdown = draft ?? own ?? keptAs.get('') ?? DEFAULT_TEMPLATE
      const reaching = new Set([...keptAs.keys(), typeKey(type)])
      const its = sessions.filter((session) => typeKey(ofWhich(session, reaching)) === typeKey(type))
      const template = readTemplate(markdown, event)
      // Rather one whose pad will begin so than one that was opened already.
      const [session] = [...its].sort((one, other) => rank(one, unopened) - rank(other, unopened))
      return {
        type,
        markdown,
        isKept: own !== undefined,
        kept: kept.flatMap((one) => one.type ?? []),
        types: typesOf(sessions),
        variables: [...VARIABLES],
        unknown: template.unknown,
        preview: session ? previewOf(session, template.fill(session)) : null,
        unopened: its.filter(({ pad }) => unopened.has(pad)).length,
      }
    },
  }
}

const without = (templates: readonly TemplateRecord[], type: string | null): TemplateRecord[] =>
  templates.filter((one) => typeKey(one.type) !== typeKey(type))

function rank({ state, pad }: Session, unopened: ReadonlySet<string>): number {
  return (state === 'confirmed' ? 0 : 1) + (unopened.has(pad) ? 0 : 2)
}

function previewOf({ title, start, end, room, pad }: Session, markdown: string): TemplatesData['preview'] {
  return { session: { title, start, end, room, pad }, html: documentToReadingHtml(markdownToDocument(markdown)) }
}

/** The types and the tracks of an agenda, the most frequent first. */
function typesOf(sessions: readonly Session[]): SessionType[] {
  const counted = new Map<string, SessionType>()
  for (const { type, track } of sessions) {
    for (const [key, name] of new Map([type, track].flatMap((name) => (name ? [[typeKey(name), name]] : [])))) {
      const known = counted.get(key) ?? { type: name, sessions: 0 }
      counted.set(key, { ...known, sessions: known.sessions + 1 })
    }
  }
  return [...counted.values()].sort((a, b) => b.sessions - a.sessions || a.type.localeCompare(b.type, 'en'))
}

function shown({ type, markdown, changedAt }: TemplateRecord): SessionTemplate {
  return { type, markdown, changedAt: new Date(changedAt).toISOString() }
}

function readType(raw: string): string {
  const type = raw.replace(/\s+/g, ' ').trim()
  if (type !== '' && type.length <= LONGEST_TYPE) return type
  throw new ProblemError(
    400,
    'invalid-request',
    `The type of a template is a name such as Forum or BoF, of at most ${LONGEST_TYPE} characters.`,
  )
}

function tooLong(characters: number): ProblemError {
  const count = (n: number) => n.toLocaleString('en')
  return new ProblemError(
    413,
    'template-too-long',
    `The template has ${count(characters)} characters; at most ${count(LONGEST_TEMPLATE)} are kept. Shorten it; nothing was changed.`,
  )
}

function tooMany(): ProblemError {
  return new ProblemError(
    409,
    'too-many-templates',
    `There are ${MOST_TEMPLATES} templates already. Remove one that is not needed any more.`,
  )
}

function noTemplate({ slug }: Event, type: string | null): ProblemError {
  const detail =
    type === null
      ? `No template is kept for "${slug}" itself.`
      : `No template is kept for the type "${type.slice(0, LONGEST_TYPE)}" in "${slug}".`
  return new ProblemError(404, 'no-such-template', detail)
}
