import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(`${ROOT}docs/promises.md`, 'utf8')

describe('The page of promises', () => {
  it('has ten', () => {
    expect(page.match(/^## \d+\. /gm)).toHaveLength(10)
  })

  it('names only files that are there', () => {
    const named = [...page.matchAll(/(?:apps|packages|tests)\/[\w./-]*\w/g)].map(([file]) => file)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((file) => !existsSync(ROOT + file))).toEqual([])
  })

  it('names only tests that are there, by their titles', () => {
    const lines = [...page.matchAll(/^- `([^`]+\.test\.ts)`: (.+)$/gm)]
    expect(lines.length).toBeGreaterThan(9)
    const missing = lines.flatMap(([, file = '', titles = '']) => {
      const source = readFileSync(ROOT + file, 'utf8')
      return [...titles.matchAll(/"([^"]+)"/g)]
        .filter(([, title]) => !source.includes(`'${title}'`))
        .map(([title]) => `${file}: ${title}`)
    })
    expect(missing).toEqual([])
  })

  it('tells for each how to run its tests, all of them', () => {
    for (const promise of page.split(/^## /m).slice(1)) {
      const command = /^`npx vitest run ([^`]+)`$/m.exec(promise)?.[1]?.split(' ') ?? []
      const tests = [...promise.matchAll(/^- `([^`]+)`/gm)].map(([, file]) => file)
      expect(tests).not.toEqual([])
      expect(command).toEqual(tests)
    }
  })
})
