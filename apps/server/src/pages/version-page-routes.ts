import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { VersionData } from '@forumpad/api'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { foundPad } from '../pads/found-pad.ts'
import type { PadRecord } from '../pads/pad-directory.ts'
import { padOf } from '../pads/pad-routes.ts'
import { type FrozenMinutes, readFrozenMinutes } from '../review/frozen-minutes.ts'
import { minutesHtml } from '../review/minutes-html.ts'
import { type KeptVersion, toldVersion, VERSION_FILES, type VersionFile } from '../review/version-store.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

const TYPES: Record<VersionFile, string> = {
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** `/p/PAD/versions/N`, also as `.md`, `.txt` and `.json`: a frozen version of minutes, for ever the same. */
export const versionPageRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { pads, room, versions, originOf } = parts
  const params = Type.Object({ pad: Type.String(), version: Type.String({ maxLength: 20 }) })

  app.get('/p/:pad/versions/:version', { schema: { hide: true, params } }, async (request, reply) => {
    const pad = await foundPad(pads, request.params.pad)
    const asked = readAddress(request.params.version)
    const version = asked && (await versions.find(pad.name, asked.number))
    if (!asked || !version) throw noSuchVersion(pad, (await versions.versions(pad.name))[0])
    if (asked.file) return sendFile(reply, request.headers['if-none-match'], pad, version, asked.file)
    return sendPage(parts, request, reply, await versionPage(pad, version, originOf(request)))
  })

  async function versionPage(pad: PadRecord, kept: KeptVersion, origin: string): Promise<VersionData> {
    const [bytes, attendees, [newest]] = await Promise.all([
      bytesOf(pad, kept, 'json'),
      room.attendees(pad.name),
      versions.versions(pad.name),
    ])
    const frozen = readFrozenMinutes(bytes)
    return {
      page: 'version',
      pad: padOf(pad, `${origin}/p/${encodeURIComponent(pad.name)}`),
      title: frozen.title,
      session: frozen.session,
      version: toldVersion(kept),
      newest: newest?.number ?? kept.number,
      marked: frozen.outcomes,
      contributors: frozen.contributors,
      attendees,
      html: htmlOf(frozen),
    }
  }

  async function sendFile(
    reply: FastifyReply,
    known: string | undefined,
    pad: PadRecord,
    version: KeptVersion,
    file: VersionFile,
  ) {
    const tag = `"${version.checksums[file]}"`
    // Those who may read the pad may change, what the file says may not.
    reply.header('cache-control', 'private, no-cache').header('etag', tag)
    if (known?.includes(tag)) return reply.code(304).send()
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .type(TYPES[file])
      .send(Buffer.from(await bytesOf(pad, version, file)))
  }

  async function bytesOf({ name }: PadRecord, { number }: KeptVersion, file: VersionFile): Promise<Uint8Array> {
    const bytes = await versions.file(name, number, file)
    if (bytes) return bytes
    throw new Error(`Version ${number} of the pad "${name}" is kept without its ${file} file.`)
  }
}

/** `2` or `2.md`. */
function readAddress(address: string): { number: number; file: VersionFile | undefined } | undefined {
  const [, number, ending] = /^([1-9]\d{0,8})(?:\.([a-z]+))?$/.exec(address) ?? []
  const file = VERSION_FILES.find((each) => each === ending)
  if (number === undefined || (ending !== undefined && file === undefined)) return undefined
  return { number: Number(number), file }
}

function noSuchVersion({ name }: PadRecord, newest: KeptVersion | undefined): ProblemError {
  const known =
    newest === undefined ? 'Its minutes were never frozen.' : `The newest is /p/${name}/versions/${newest.number}.`
  return new ProblemError(404, 'no-such-version', `The pad ${name} has no such version. ${known}`)
}

function htmlOf({ lines, contributors }: FrozenMinutes): string {
  const people = new Map(contributors.map(({ person }) => [person.id, person]))
  return minutesHtml(
    {
      document: { blocks: lines.map(({ block }) => block) },
      lines: lines.map(({ line, by }) => ({ name: line, by: new Map(by === null ? [] : [[by, 1]]) })),
    },
    people,
  )
}
