import type { PageData } from '@forumpad/api'
import type { Assets } from './assets.ts'
import { pageDataElement } from './page-data.ts'
import { titleOf } from './title.ts'

/** The whole document. No inline script and no style attribute: the Content-Security-Policy allows neither. */
export function htmlDocument(data: PageData, body: string, assets: Assets): string {
  return [
    '<!doctype html>',
    data.theme === 'auto' ? '<html lang="en">' : `<html lang="en" data-theme="${data.theme}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(titleOf(data))}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">',
    ...assets.fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`),
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...assets.preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...assets.scripts.map((src) => `<script type="module" src="${src}"></script>`),
    '</head>',
    '<body>',
    `<div id="root">${body}</div>`,
    pageDataElement(data),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
