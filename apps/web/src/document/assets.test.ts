import { expect, test } from 'vitest'
import { builtAssets, type Manifest } from './assets.ts'

const manifest: Manifest = {
  'src/main.tsx': {
    file: 'assets/main-2.js',
    css: ['assets/main-3.css'],
    imports: ['_react.js'],
    dynamicImports: ['src/editor/live-pad.ts'],
    assets: ['assets/ibm-plex-sans-latin-400-normal-4.woff2', 'assets/ibm-plex-sans-latin-ext-400-normal-5.woff2'],
  },
  '_react.js': { file: 'assets/react-6.js' },
  'src/editor/live-pad.ts': {
    file: 'assets/live-pad-7.js',
    css: ['assets/live-pad-8.css'],
    imports: ['_react.js'],
    dynamicImports: ['readers.ts'],
  },
  'readers.ts': { file: 'assets/readers-9.js' },
}

test('a page without the editor links none of it', () => {
  expect(builtAssets(manifest, { lazily: false })).toEqual({
    scripts: ['/assets/main-2.js'],
    styles: ['/assets/main-3.css'],
    fonts: ['/assets/ibm-plex-sans-latin-400-normal-4.woff2'],
    preloads: ['/assets/react-6.js'],
  })
})

test('a pad links the styles of its editor at once, and asks for its script early', () => {
  const assets = builtAssets(manifest, { lazily: true })
  expect(assets.styles).toEqual(['/assets/main-3.css', '/assets/live-pad-8.css'])
  expect(assets.preloads).toContain('/assets/live-pad-7.js')
  expect(assets.preloads).not.toContain('/assets/readers-9.js')
})

test('a half build says what to do', () => {
  expect(() => builtAssets({}, { lazily: false })).toThrow('Build the client before the server')
})
