import fastifyCookie from '@fastify/cookie'

const { parse, serialize, sign, unsign } = fastifyCookie

const NAME = 'forumpad_person'
const DAYS_400 = 400 * 24 * 3600

export type IdentityCookie = {
  /** The id in a Cookie header that we once set and nobody changed. */
  read(header: string | undefined): string | undefined
  /** The Set-Cookie header that makes a browser come back as `id`. */
  write(id: string, https: boolean): string
}

/** The cookie that is a person's identity: their public id, signed with a key that only this server has. */
export function createIdentityCookie(key: string): IdentityCookie {
  return {
    read(header) {
      const signed = header && parse(header)[NAME]
      if (!signed) return undefined
      const { valid, value } = unsign(signed, key)
      return valid && value ? value : undefined
    },
    write: (id, https) =>
      serialize(NAME, sign(id, key), {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: https,
        maxAge: DAYS_400,
      }),
  }
}
