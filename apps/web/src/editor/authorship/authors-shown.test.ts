// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'

const device = async () => {
  vi.resetModules()
  return import('./authors-shown.ts')
}
beforeEach(() => localStorage.clear())

test('authors stand in the margin until this device chooses otherwise, and then as it chose', async () => {
  const first = await device()
  expect(first.authorsShown()).toBe('margin')
  const heard: string[] = []
  first.onAuthorsShown(() => heard.push(first.authorsShown()))
  first.showAuthors('text')
  expect(heard).toEqual(['text'])
  expect((await device()).authorsShown()).toBe('text')
})

test('a pad shows them in its own way until this device chooses', async () => {
  const first = await device()
  const heard: string[] = []
  first.onAuthorsShown(() => heard.push(first.authorsShown()))
  first.padShowsAuthors('text')
  first.showAuthors('off')
  first.padShowsAuthors('margin')
  expect(heard).toEqual(['text', 'off', 'off'])
})

test('what cannot be one of the ways counts as no choice', async () => {
  localStorage.setItem('forumpad.authors', '<script>')
  expect((await device()).authorsShown()).toBe('margin')
})
