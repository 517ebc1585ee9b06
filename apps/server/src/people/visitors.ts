import type { IncomingMessage } from 'node:http'
import type { Person } from '@forumpad/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IdentityCookie } from './identity-cookie.ts'
import type { People } from './people.ts'

export type Visitors = {
  /** The person behind a request; somebody new gets a cookie with the reply. */
  visitor(request: FastifyRequest, reply: FastifyReply): Promise<Person>
  /** Whoever is about to write, kept so that their name stays beside their words. Programs need no cookie. */
  author(request: FastifyRequest): Promise<Person>
  /** The person behind a socket. Most only read: who writes is kept when they do. */
  whoComes(request: IncomingMessage): Promise<Person>
}

export function createVisitors(
  people: People,
  cookie: IdentityCookie,
  isHttps: (request: FastifyRequest) => boolean,
): Visitors {
  // A request that is answered twice, by a handler that fails and then by an error page, still comes from one person.
  const known = new WeakMap<FastifyRequest, Promise<Person>>()

  async function meet(request: FastifyRequest, reply: FastifyReply): Promise<Person> {
    const person = await people.recognise(request.headers.cookie)
    if (person) return person
    const newcomer = people.greet()
    reply.header('set-cookie', cookie.write(newcomer.id, isHttps(request)))
    return newcomer
  }

  async function whoComes(request: Pick<IncomingMessage, 'headers'>): Promise<Person> {
    return (await people.recognise(request.headers.cookie)) ?? people.greet()
  }

  return {
    visitor(request, reply) {
      const person = known.get(request) ?? meet(request, reply)
      known.set(request, person)
      return person
    },
    async author(request) {
      const person = await whoComes(request.raw)
      await people.remember(person)
      return person
    },
    whoComes,
  }
}
