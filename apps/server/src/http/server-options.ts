import { LogController } from 'fastify'

/** How Fastify serves all of Forumpad. */
export function serverOptions(logLevel: string) {
  return {
    logger: { level: logLevel },
    // Addresses hold names of pads, and once the organiser's key: they are nobody's business in a log.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    // What a client sends is taken as it is or refused, never bent until it fits.
    ajv: { customOptions: { coerceTypes: false as const, removeAdditional: false } },
  }
}
