import { createReadStream } from 'node:fs'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PadImage, PadParams, Problem } from '@forumpad/api'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { IMAGE_FILE } from './image-files.ts'
import { createOneAfterTheOther } from './one-after-the-other.ts'
import { IMAGE_LIMITS } from './process-image.ts'
import { type ImageParts, takeImage } from './take-image.ts'

/** Each holds up to 10 MB until its turn comes. */
const MOST_WAITING = 8

/** `POST /pads/PAD/images` of the HTTP API. */
export const imageApiRoutes: FastifyPluginAsyncTypebox<ImageParts> = async (app, parts) => {
  const oneAfterTheOther = createOneAfterTheOther(MOST_WAITING)
  app.addContentTypeParser(
    /^image\/|^application\/octet-stream$/,
    { parseAs: 'buffer' },
    async (_: unknown, body: Buffer) => body,
  )

  app.post(
    '/pads/:pad/images',
    {
      config: { padRole: 'editor', rateLimit: { max: 60, timeWindow: '1 minute' } },
      bodyLimit: IMAGE_LIMITS.bytes,
      schema: {
        summary: 'Let a pad keep an image',
        description:
          'The body is the image: PNG, JPEG, GIF, WebP or AVIF, at most 10 MB. What it is, is told by its content. It is turned upright, made at most 2,000 pixels long, and loses its EXIF. A pad keeps 50 MB.',
        tags: ['pads'],
        params: PadParams,
        response: { 201: PadImage, '4xx': Problem, 503: Problem },
      },
    },
    async (request, reply) => {
      const name = await parts.writablePad(request.params.pad)
      const sent: unknown = request.body
      if (!Buffer.isBuffer(sent) || sent.length === 0)
        throw new ProblemError(
          415,
          'not-an-image',
          'Send the image itself as the body, with its type, for example image/png.',
        )
      const { pad, image } = await oneAfterTheOther(() => takeImage(parts, name, sent))
      const { width, height } = image
      return reply.code(201).send({ src: `/p/${encodeURIComponent(pad)}/images/${image.name}`, width, height })
    },
  )
}

/** `/p/PAD/images/FILE`: to whoever may read the pad. What it is never changes. */
export const imagePageRoutes: FastifyPluginAsyncTypebox<ImageParts> = async (app, { images, files }) => {
  const params = Type.Object({ pad: Type.String(), file: Type.String() })
  app.get(
    '/p/:pad/images/:file',
    { config: { padRole: 'reader' }, schema: { hide: true, params } },
    async (request, reply) => {
      const { pad, file } = request.params
      const image = IMAGE_FILE.test(file) ? await images.find(pad.normalize('NFC'), file) : undefined
      if (image === undefined) throw new ProblemError(404, 'no-such-image', 'There is no such image in this pad.')
      return reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('content-length', image.bytes)
        .type(TYPES[file.slice(-3)] ?? 'image/webp')
        .send(createReadStream(files.pathOf(file)))
    },
  )
}

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' }
