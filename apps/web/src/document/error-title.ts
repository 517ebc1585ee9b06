import { sentence } from '../languages/sentence.ts'
import type { Say } from '../languages/words.ts'

/** The server's own titles of error pages: the names of HTTP's statuses among them. Any other is the title of a session or a pad. */
const OWN = new Set([
  sentence('There is nothing here'),
  sentence('Something went wrong here'),
  sentence('Bad Request'),
  sentence('Unauthorized'),
  sentence('Forbidden'),
  sentence('Not Found'),
  sentence('Conflict'),
  sentence('Gone'),
  sentence('Payload Too Large'),
  sentence('Unsupported Media Type'),
  sentence('Unprocessable Entity'),
  sentence('Too Many Requests'),
  sentence('Internal Server Error'),
  sentence('Not Implemented'),
  sentence('Service Unavailable'),
])

/** The title of an error page, in the language of the page where it is the server's own. */
export function errorTitle(title: string, say: Say): string {
  return OWN.has(title) ? say(title) : title
}
