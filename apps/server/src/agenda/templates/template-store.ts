import type { ActToNote } from '@forumpad/api'
import type { Beginnings, TemplateRecord } from './session-templates.ts'

/** The templates of events. What a pad begins with that nobody has opened follows them; a pad with text is never touched. */
export interface TemplateStore {
  /** That of the event itself first, then by type. */
  ofEvent(event: string): Promise<TemplateRecord[]>
  /** Keeps a template in place of the one for the same type, and writes anew what unopened pads begin with, and notes that, in one transaction. */
  save(event: string, template: TemplateRecord, beginnings: Beginnings, note?: ActToNote): Promise<void>
  /** Forgets a template, with the same care. False if there was none. */
  remove(event: string, type: string | null, beginnings: Beginnings, note?: ActToNote): Promise<boolean>
  /** The pads of an event's sessions that nobody has opened. */
  unopened(event: string): Promise<ReadonlySet<string>>
}
