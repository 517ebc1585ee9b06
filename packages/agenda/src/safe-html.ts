import sanitize from 'sanitize-html'

/**
 * A description's markup without anything that could run, load, or leave its place: paragraphs, lists, emphasis, quotes,
 * code and links to the web stay. Longer ones than 100,000 characters are cut before.
 */
export function safeHtml(html: string): string {
  return sanitize(html.slice(0, 100_000), ALLOWED).trim()
}

const heading = sanitize.simpleTransform('h4', {}, false)

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'h4',
    'a',
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  nestingLimit: 20,
  transformTags: {
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow noopener ugc' } }),
    // The page has headings of its own above it.
    h1: heading,
    h2: heading,
    h3: heading,
    h5: heading,
    h6: heading,
  },
}
