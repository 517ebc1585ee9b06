import { LANGUAGES, type PageData } from '@forumpad/api'
import type { Words } from '../languages/words.ts'
import type { Assets } from './assets.ts'
import { pageDataElement } from './page-data.ts'
import { isPrinted } from './printed.ts'
import { titleOf } from './title.ts'

/** The whole document. No inline script and no style attribute: the Content-Security-Policy allows neither. */
export function htmlDocument(data: PageData, words: Words, body: string, assets: Assets): string {
  return [
    '<!doctype html>',
    `<html lang="${data.language}" dir="${LANGUAGES[data.language].direction}"${themeOf(data)}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(titleOf(data, words))}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    '<meta name="color-scheme" content="light dark">',
    ...(data.page === 'now' || data.page === 'room-sign' ? [LOOKS_AGAIN] : []),
    ...(data.page === 'pad' ? [oembedLink(data.pad.url)] : []),
    ...(data.page === 'pad' || data.page === 'review' || data.page === 'changes'
      ? [feedLink(data.pad.name, words.say('Changes'))]
      : []),
    '<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">',
    ...assets.fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`),
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...assets.preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...assets.scripts.map((src) => `<script type="module" src="${src}"></script>`),
    '</head>',
    '<body>',
    `<div id="root">${body}</div>`,
    ...(isPrinted(data) ? [] : [pageDataElement(data)]),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const themeOf = ({ theme }: PageData) => (theme === 'auto' ? '' : ` data-theme="${theme}"`)

/** A board without script looks again by itself. */
const LOOKS_AGAIN = '<noscript><meta http-equiv="refresh" content="30"></noscript>'

/** Where other sites learn how to show a pad. */
function oembedLink(url: string): string {
  return `<link rel="alternate" type="application/json+oembed" href="/oembed?url=${encodeURIComponent(url)}">`
}

/** Where a pad is followed. */
function feedLink(pad: string, title: string): string {
  return `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(title)}" href="/p/${encodeURIComponent(pad)}/changes.atom">`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
