const LINK = /<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The addresses of links in HTML that this program wrote from the text of a pad. */
export function linksInHtml(html: string): string[] {
  return [...html.matchAll(LINK)].map(([, href = '']) => plain(href))
}

/** The same HTML, whose words lead nowhere where their address is held. */
export function htmlWithoutLinks(html: string, isHeld: (href: string) => boolean): string {
  return html.replace(LINK, (link, href: string, words: string) => (isHeld(plain(href)) ? words : link))
}

const plain = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/g, (sign) => ENTITIES[sign] ?? sign)
