import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recogniseConventions } from './recognise.ts'

// Real minutes hold people's names and are not part of the project; they are tried where a copy lies beside it.
const archive = join(import.meta.dirname, '../../../../../shared/minutes/w3ctag-minutes.tar.gz')

test('in real minutes, what stands out is what their writers meant', () => {
  if (!existsSync(archive)) {
    console.info(`No real minutes in ${archive}: nothing was tried.`)
    return
  }
  const text = execFileSync('tar', ['-xzOf', archive, '--wildcards', '*.md'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const counts: Record<string, number> = {}
  const words = new Set<string>()
  // As pasting reads them: the signs of Markdown at the beginning are not words.
  const lines = text.split('\n').map((line) => line.replace(/^[ >*_#-]*(?=[\w@])/, ''))
  for (const line of lines) {
    for (const each of recogniseConventions(line, 'text')) {
      const name = each.is === 'label' ? each.label : each.is
      counts[name] = (counts[name] ?? 0) + 1
      if (each.is !== 'person' && each.is !== 'label') words.add(line.slice(each.from, each.to))
    }
  }
  expect(counts).toMatchObject({ action: 46, decision: 64, question: 3, due: 4 })
  expect(counts.speaker).toBeGreaterThan(1_000)
  expect([...words].filter((each) => /^(HTML|CSS|COOP|PR|NB|TODO|NOTE|TPAC|META|DOM):$/.test(each))).toEqual([])
  expect([...words].filter((each) => each.startsWith('##'))).toEqual(['##Report', '##Private', '##Privileged'])
})
