import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Person, PersonChange, Problem } from '@forumpad/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem-error.ts'
import type { People } from './people.ts'
import { readPersonName } from './person-name.ts'

export type MeRoutesParts = {
  people: People
  /** The person behind a request; somebody new gets a cookie with the reply. */
  visitor(request: FastifyRequest, reply: FastifyReply): Promise<Person>
  /** Tells every pad they are in. */
  personChanged(person: Person): void
}

/** `/me` of the HTTP API: one's own name and colour. */
export const meRoutes: FastifyPluginAsyncTypebox<MeRoutesParts> = async (app, { people, visitor, personChanged }) => {
  app.get('/me', { schema: { summary: 'Who you are here', tags: ['people'], response: { 200: Person } } }, visitor)

  app.patch(
    '/me',
    {
      schema: {
        summary: 'Take another name or colour',
        tags: ['people'],
        body: PersonChange,
        response: { 200: Person, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const before = await visitor(request, reply)
      const { name = before.name, hue = before.hue } = request.body
      const readable = readPersonName(name)
      if (readable === undefined) {
        throw new ProblemError(400, 'invalid-name', 'A name needs 1 to 60 characters that can be seen.')
      }
      const person = { ...before, name: readable, hue }
      await people.change(person)
      personChanged(person)
      return person
    },
  )
}
