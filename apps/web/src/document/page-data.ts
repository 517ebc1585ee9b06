import type { LivePageData } from '@forumpad/api'

const ID = 'page-data'

/**
 * The data as an inert element. `<` and the two line separators are escaped, so that no text can end the element. A pad's
 * text stands in the page already: it is not sent twice.
 */
export function pageDataElement(data: LivePageData): string {
  const json = JSON.stringify(showsText(data) ? { ...data, html: '' } : data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return `<script type="application/json" id="${ID}">${json}</script>`
}

/** Reads back what `pageDataElement` wrote. It comes from our own server, with this very page. */
export function readPageData(document: Document): LivePageData {
  const text = document.getElementById(ID)?.textContent
  if (!text) throw new Error(`The page has no #${ID}.`)
  const data = JSON.parse(text) as LivePageData
  return showsText(data) ? { ...data, html: document.querySelector('.pad-text')?.innerHTML ?? '' } : data
}

function showsText(data: LivePageData): data is Extract<LivePageData, { page: 'pad' | 'projector' }> {
  return data.page === 'pad' || data.page === 'projector'
}
