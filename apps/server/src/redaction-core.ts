import { ROOT, readBlocks } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AppParts } from './app-parts.ts'
import type { History } from './history/history.ts'
import { markedLines } from './minutes-core.ts'
import type { SettledTexts } from './pads/settled-texts.ts'
import type { SeriesPad } from './redaction/elsewhere.ts'
import { type RedactionRoutesParts, redactionRoutes } from './redaction/redaction-routes.ts'
import { createRedactions, type Redactions } from './redaction/redactions.ts'
import { redactVersion } from './review/redact-version.ts'

export type RedactionCoreParts = Pick<AppParts, 'store' | 'redactions' | 'versions' | 'clock' | 'agenda' | 'pads'> & {
  livePads: LivePads
  history: History
  settledTexts: Pick<SettledTexts, 'changed'>
}

export type RedactionCore = {
  redactions: Redactions
  /** The routes under `/api/v1`. */
  redactionApi(app: FastifyInstance, parts: Omit<RedactionRoutesParts, 'redactions' | 'isModerator'>): Promise<void>
}

/** Taking words out of pads: the log, the frozen versions, and all that is made of them. */
export function createRedactionCore(parts: RedactionCoreParts): RedactionCore {
  const { store, versions, livePads, history, settledTexts, clock } = parts
  const redactions = createRedactions({
    store,
    redactions: parts.redactions,
    livePads,
    readRevision: history.readRevision,
    seriesPads: (pad) => seriesPads(parts, pad),
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
      const isModerator = (request: FastifyRequest, pad: string) =>
        given.requireModerator(request, pad).then(
          () => true,
          () => false,
        )
      await app.register(redactionRoutes, { ...given, redactions, isModerator })
    },
  }
}

/** Where open actions of a pad may have been carried to, or have come from. */
async function seriesPads({ agenda, pads }: Pick<AppParts, 'agenda' | 'pads'>, pad: string): Promise<SeriesPad[]> {
  const session = await agenda.sessionOfPad(pad)
  if (session?.series === undefined) return []
  const others = (await agenda.sessions(session.event)).filter(
    (other) => other.series === session.series && other.pad !== pad,
  )
  const records = await pads.findMany(others.map((other) => other.pad))
  return records.filter(({ revision }) => revision > 0).map(({ name, title, revision }) => ({ name, title, revision }))
}
