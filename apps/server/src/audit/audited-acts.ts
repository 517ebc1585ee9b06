import type { AuditAct } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'

/** A request that did something, and what was answered, as far as it is JSON. */
export type Done = { request: FastifyRequest; answer: Record<string, unknown> }

/**
 * `about` says what it was about: words, or the id of a person, who is noted by their name; undefined if it came to nothing that need be
 * noted, as a dry run.
 */
export type AuditedAct = { act: AuditAct; about(done: Done): string | { person: string } | undefined }

/** Every address that is an act of power, as method and route. A new act is a line here. */
export const AUDITED_ACTS: Readonly<Record<string, AuditedAct>> = {
  'POST /api/v1/events/:event/imports': { act: 'import-applied', about: ({ answer }) => importWords(answer) },
  'DELETE /api/v1/events/:event/imports/:import': {
    act: 'import-undone',
    about: ({ request }) => `Import ${given(request, 'import')}`,
  },
  'PUT /api/v1/events/:event/templates': { act: 'template-saved', about: () => '' },
  'PUT /api/v1/events/:event/templates/:type': {
    act: 'template-saved',
    about: ({ request }) => given(request, 'type'),
  },
  'DELETE /api/v1/events/:event/templates': { act: 'template-removed', about: () => '' },
  'DELETE /api/v1/events/:event/templates/:type': {
    act: 'template-removed',
    about: ({ request }) => given(request, 'type'),
  },
  'POST /e/:event/templates': { act: 'template-saved', about: ({ request }) => given(request, 'type') },
  'POST /e/:event/templates/remove': { act: 'template-removed', about: ({ request }) => given(request, 'type') },
  'POST /api/v1/events/:event/links': { act: 'link-made', about: linkWords },
  'POST /api/v1/pads/:pad/links': { act: 'link-made', about: linkWords },
  'DELETE /api/v1/events/:event/links/:link': {
    act: 'link-revoked',
    about: ({ request }) => `Link ${given(request, 'link')}`,
  },
  'DELETE /api/v1/pads/:pad/links/:link': {
    act: 'link-revoked',
    about: ({ request }) => `Link ${given(request, 'link')}`,
  },
  'PUT /api/v1/events/:event/access': { act: 'access-chosen', about: ({ answer }) => words(answer.access) },
  'PUT /api/v1/pads/:pad/access': { act: 'access-chosen', about: ({ answer }) => words(answer.access) },
  'POST /api/v1/pads/:pad/lock': { act: 'locked', about: () => '' },
  'POST /api/v1/pads/:pad/unlock': { act: 'unlocked', about: () => '' },
  'POST /api/v1/events/:event/lock': { act: 'locked', about: () => 'All pads' },
  'POST /api/v1/events/:event/unlock': { act: 'unlocked', about: () => 'All pads' },
  'POST /e/:event/moderation/lock': { act: 'locked', about: () => 'All pads' },
  'POST /e/:event/moderation/unlock': { act: 'unlocked', about: () => 'All pads' },
  'POST /api/v1/pads/:pad/freeze': { act: 'frozen', about: () => '' },
  'POST /p/:pad/review/freeze': { act: 'frozen', about: () => '' },
  'POST /api/v1/events/:event/freeze': {
    act: 'frozen',
    about: ({ answer }) => (answer.frozen ? `${answer.frozen} pads` : undefined),
  },
  'POST /api/v1/pads/:pad/thaw': { act: 'thawed', about: () => '' },
  'POST /p/:pad/review/thaw': { act: 'thawed', about: () => '' },
  'PUT /api/v1/events/:event/freezing': {
    act: 'freezing-chosen',
    about: ({ answer }) => (answer.hoursAfterEnd === null ? 'By hand' : `${answer.hoursAfterEnd} hours after the end`),
  },
  'POST /api/v1/pads/:pad/restore': {
    act: 'restored',
    about: ({ request }) => `To revision ${given(request, 'revision')}`,
  },
  'POST /p/:pad/restore/:revision': {
    act: 'restored',
    about: ({ request }) => `To revision ${given(request, 'revision')}`,
  },
  'POST /api/v1/pads/:pad/undo-person': {
    act: 'person-undone',
    about: ({ request }) => ({ person: given(request, 'person') }),
  },
  'POST /api/v1/pads/:pad/undo-link': {
    act: 'person-undone',
    about: ({ request }) => `Whoever opened link ${given(request, 'link')}`,
  },
  'POST /p/:pad/undo-person/:person/:from/:to': {
    act: 'person-undone',
    about: ({ request }) => ({ person: given(request, 'person') }),
  },
  'POST /api/v1/pads/:pad/redactions': { act: 'redacted', about: ({ answer }) => redactionWords(answer) },
  'GET /e/:event/archive.zip': { act: 'archive-downloaded', about: () => '' },
}

function importWords({ id, ...counts }: Record<string, unknown>): string | undefined {
  if (id === null || id === undefined) return undefined
  const told = ['added', 'renamed', 'moved', 'cancelled', 'missing'].filter((kind) => Number(counts[kind]) > 0)
  return [`Import ${id}`, ...told.map((kind) => `${counts[kind]} ${kind === 'added' ? 'new' : kind}`)].join(', ')
}

function redactionWords({ redaction }: Record<string, unknown>): string | undefined {
  // What was only looked at.
  if (redaction === null) return undefined
  const { characters, reason } = fieldsOf(redaction)
  const length = `${words(characters)} ${characters === 1 ? 'character' : 'characters'}`
  return words(reason) === '' ? length : `${length}: ${words(reason)}`
}

function linkWords({ answer }: Done): string {
  const link = fieldsOf(answer.link)
  const scope = fieldsOf(link.scope)
  const track = scope.is === 'track' ? ` for ${words(scope.track)}` : ''
  return `Link ${words(link.id)}: ${words(link.role)}${track}${link.label ? `, “${words(link.label)}”` : ''}`
}

/** What the address or the body says under a name. */
function given({ params, body }: FastifyRequest, name: string): string {
  return words(fieldsOf(params)[name] ?? fieldsOf(body)[name])
}

/** The fields of an object; of anything else none. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

const words = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
