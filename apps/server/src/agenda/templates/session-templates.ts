import { type Event, typeKey } from '@forumpad/api'
import { defaultTemplate } from './default-template.ts'
import { type ReadTemplate, readTemplate } from './read-template.ts'
import type { TemplateFacts } from './template-facts.ts'

/** A template as it is kept. `type`: of sessions or of tracks, as the agenda calls them; null for the whole event. `changedAt`: milliseconds since 1970. */
export type TemplateRecord = { type: string | null; markdown: string; changedAt: number }

/** What the pad of a session begins with, by the templates that its event has. */
export type Beginnings = (templates: readonly TemplateRecord[]) => (session: TemplateFacts) => string

/**
 * How the pads of an event begin: with the template of the session's type, else of its track, else of the event, else with the one that
 * everybody has.
 */
export function beginningsIn(event: Event): Beginnings {
  return (templates) => {
    const read = new Map(templates.map(({ type, markdown }) => [typeKey(type), readOnce(markdown, event)]))
    return (session) => {
      const template = read.get(typeKey(ofWhich(session, read)))
      return template === undefined ? defaultTemplate(session) : template().fill(session)
    }
  }
}

/** Which of the kept templates a session has: the name of its type or of its track; null for that of the event. */
export function ofWhich(
  { type, track }: Pick<TemplateFacts, 'type' | 'track'>,
  kept: { has(key: string): boolean },
): string | null {
  return [type, track].find((name) => typeof name === 'string' && kept.has(typeKey(name))) ?? null
}

/** A template that no session has costs nothing. */
function readOnce(markdown: string, event: Event): () => ReadTemplate {
  let read: ReadTemplate | undefined
  return () => {
    read ??= readTemplate(markdown, event)
    return read
  }
}
