import type { Person, SessionFacts } from '@forumpad/api'
import type { LivePad } from '../live-pad.ts'

/** What lies beside the text is about this pad, for this person. */
export type BesideProps = { pad: LivePad; name: string; me: Person; facts: SessionFacts | null; frozen: boolean }
