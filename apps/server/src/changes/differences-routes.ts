import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DifferencesQuery, PadParams, Problem, TextDifferences } from '@forumpad/api'
import type { ChangedPad, ShownDifferences } from './shown-differences.ts'

export type DifferencesRoutesParts = {
  differences: ShownDifferences
  /** Throws a `ProblemError` if there is no such pad. */
  foundPad(name: string): Promise<ChangedPad>
}

/** `/pads/PAD/differences` of the HTTP API. */
export const differencesRoutes: FastifyPluginAsyncTypebox<DifferencesRoutesParts> = async (app, parts) => {
  app.get(
    '/pads/:pad/differences',
    {
      // A room that comes back from its break asks at once.
      config: { rateLimit: { max: 600, timeWindow: '1 minute' } },
      schema: {
        summary: 'What is different between two revisions, and who did it',
        tags: ['history'],
        params: PadParams,
        querystring: DifferencesQuery,
        response: { 200: TextDifferences, '4xx': Problem },
      },
    },
    async ({ params, query }) => parts.differences.told(await parts.foundPad(params.pad), query),
  )
}
