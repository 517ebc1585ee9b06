import { expect, test } from 'vitest'
import { builtAssets, type Manifest } from './assets.ts'

const manifest: Manifest = {
  'src/main.tsx': {
    file: 'assets/main-2.js',
    css: ['assets/main-3.css'],
    imports: ['_react.js'],
    dynamicImports: ['_live-parts-7.js', 'src/sharing/share-dialog.tsx', 'src/pages/home-page.tsx'],
    assets: ['assets/ibm-plex-sans-latin-400-normal-4.woff2', 'assets/ibm-plex-sans-latin-ext-400-normal-5.woff2'],
  },
  '_react.js': { file: 'assets/react-6.js' },
  '_live-parts-7.js': {
    file: 'assets/live-parts-7.js',
    name: 'live-parts',
    css: ['assets/live-parts-8.css'],
    imports: ['_react.js'],
    dynamicImports: ['readers.ts'],
  },
  'src/pages/search-page.tsx': { file: 'assets/search-page-16.js' },
  'src/pages/home-page.tsx': {
    file: 'assets/home-page-10.js',
    css: ['assets/home-page-11.css'],
    imports: ['src/main.tsx'],
  },
  'src/sharing/share-dialog.tsx': { file: 'assets/share-dialog-12.js', css: ['assets/share-dialog-13.css'] },
  'src/languages/de.json': { file: 'assets/de-14.js' },
  'src/languages/heard/de.json': { file: 'assets/de-15.js' },
  'readers.ts': { file: 'assets/readers-9.js' },
}

test('a page links its own files, and none of the editor', () => {
  expect(builtAssets(manifest, 'home', 'en')).toEqual({
    scripts: ['/assets/main-2.js'],
    styles: ['/assets/main-3.css', '/assets/home-page-11.css'],
    fonts: ['/assets/ibm-plex-sans-latin-400-normal-4.woff2'],
    preloads: ['/assets/react-6.js', '/assets/home-page-10.js'],
  })
})

test('a pad links the styles of its editor at once, and asks for its script early, and for nothing that opens later', () => {
  const assets = builtAssets(manifest, 'pad', 'en')
  expect(assets.styles).toEqual(['/assets/main-3.css', '/assets/live-parts-8.css'])
  expect(assets.preloads).toEqual(['/assets/react-6.js', '/assets/live-parts-7.js'])
})

test('a page asks early for the sentences of its language, and English has none', () => {
  expect(builtAssets(manifest, 'home', 'de').preloads).toContain('/assets/de-14.js')
  expect(builtAssets(manifest, 'pad', 'de').preloads).toContain('/assets/de-14.js')
  expect(builtAssets(manifest, 'home', 'en').preloads).not.toContain('/assets/de-14.js')
})

test('a page asks early for what the server says as well, and a pad, which is there to write in, later', () => {
  expect(builtAssets(manifest, 'search', 'de').preloads).toContain('/assets/de-15.js')
  expect(builtAssets(manifest, 'pad', 'de').preloads).not.toContain('/assets/de-15.js')
})

test('a half build says what to do', () => {
  expect(() => builtAssets({}, 'home', 'en')).toThrow('Build the client before the server')
})
