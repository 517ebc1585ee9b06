import { ROOT, readBlocks } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import type { FastifyInstance } from 'fastify'
import type { AppParts } from './app-parts.ts'
import type { History } from './history/history.ts'
import { markedLines } from './minutes-core.ts'
import type { SettledTexts } from './pads/settled-texts.ts'
import { type RedactionRoutesParts, redactionRoutes } from './redaction/redaction-routes.ts'
import { createRedactions, type Redactions } from './redaction/redactions.ts'
import { redactVersion } from './review/redact-version.ts'

export type RedactionCoreParts = Pick<AppParts, 'store' | 'redactions' | 'versions' | 'clock'> & {
  livePads: LivePads
  history: History
  settledTexts: Pick<SettledTexts, 'changed'>
}

export type RedactionCore = {
  redactions: Redactions
  /** The routes under `/api/v1`. */
  redactionApi(app: FastifyInstance, parts: Omit<RedactionRoutesParts, 'redactions'>): Promise<void>
}

/** Taking words out of pads: the log, the frozen versions, and all that is made of them. */
export function createRedactionCore(parts: RedactionCoreParts): RedactionCore {
  const { store, versions, livePads, history, settledTexts, clock } = parts
  const redactions = createRedactions({
    store,
    redactions: parts.redactions,
    livePads,
    readRevision: history.readRevision,
    versions: {
      list: (pad) => versions.versions(pad),
      async rewritten(pad, number, text, redacted) {
        const json = await versions.file(pad, number, 'json')
        return json && redactVersion(json, { blocks: readBlocks(text.getXmlFragment(ROOT)), redacted, markedLines })
      },
    },
    async gone(pad) {
      settledTexts.changed(pad)
      await history.forget(pad)
    },
    now: () => clock.now(),
  })
  return {
    redactions,
    async redactionApi(app, given) {
      await app.register(redactionRoutes, { ...given, redactions })
    },
  }
}
