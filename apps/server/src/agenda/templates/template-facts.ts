import type { Session } from '@forumpad/api'

/** What a template can say of a session. An agenda's entry has it as well as a session that is kept. */
export type TemplateFacts = Pick<Session, 'title' | 'start' | 'end' | 'room' | 'track' | 'people' | 'url' | 'type'>
