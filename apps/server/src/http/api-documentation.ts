import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** `/api/v1/openapi.json`, and the page to browse it. Register before the routes that it shall describe. */
export async function addApiDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Forumpad',
        description: 'Live notes for every session of a conference agenda.',
        version: '1',
      },
      components: {
        securitySchemes: {
          organiser: { type: 'http', scheme: 'bearer', description: 'The organiser key' },
        },
      },
    },
  })
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, {
    routePrefix: '/api/v1/docs',
    uiConfig: { validatorUrl: null, tryItOutEnabled: true },
    logLevel: 'silent',
  })
}
