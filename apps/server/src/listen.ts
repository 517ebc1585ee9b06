import type { Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { StartFailure } from './start-failure.ts'

/** Opens the port, or says in one sentence why that cannot be. */
export async function listen(http: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  try {
    await http.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw REASONS[code] ? new StartFailure(REASONS[code](host, port)) : error
  }
}

const REASONS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is taken by another program; set PORT to a free one, for example PORT=${port + 1}.`,
  EACCES: (_, port) =>
    `Port ${port} may only be opened by the administrator; set PORT to one above 1023, for example PORT=3000.`,
  EADDRNOTAVAIL: (host) =>
    `HOST=${host} is no address of this machine; good values are HOST=127.0.0.1 and HOST=0.0.0.0.`,
  ENOTFOUND: (host) => `HOST=${host} is not known here; good values are HOST=127.0.0.1 and HOST=0.0.0.0.`,
}

/** The port that is really open: PORT=0 takes any. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** The host as people reach it from this machine. */
export function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
