import type { IncomingHttpHeaders } from 'node:http'
import { isLanguage, LANGUAGE_COOKIE, type Language } from '@forumpad/api'

/** The language that was chosen, else the one that the browser asks for most, else English. */
export function chosenLanguage(headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>): Language {
  return inCookies(headers.cookie ?? '') ?? wished(headers['accept-language'] ?? '') ?? 'en'
}

function inCookies(cookies: string): Language | undefined {
  for (const cookie of cookies.split(';')) {
    const [name, value = ''] = cookie.trim().split('=')
    if (name === LANGUAGE_COOKIE && isLanguage(value)) return value
  }
  return undefined
}

/** Of `de-AT,de;q=0.9,en;q=0.8` the wishes in their order; a region is not told from the language it speaks. */
function wished(wishes: string): Language | undefined {
  return wishes
    .slice(0, MOST_CHARACTERS)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase())
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      return { language: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q.slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
    .find(isLanguage)
}

/** No person has wishes beyond. */
const MOST_CHARACTERS = 500
