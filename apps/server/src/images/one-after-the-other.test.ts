import { expect, it } from 'vitest'
import { createOneAfterTheOther } from './one-after-the-other.ts'

const REFUSAL = { status: 503, code: 'too-many-images' }

/** Work that lasts until the test ends it. */
function work(name: string, begun: string[]) {
  let end = (_failed: boolean) => {}
  const ended = new Promise<string>((resolve, reject) => {
    end = (failed) => (failed ? reject(new Error(name)) : resolve(name))
  })
  const start = () => {
    begun.push(name)
    return ended
  }
  return { start, ends: () => end(false), fails: () => end(true) }
}

it('does one thing at a time, lets a few wait and refuses more, until there is room again', async () => {
  const begun: string[] = []
  const inTurn = createOneAfterTheOther(2)
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) => work(name, begun))
  if (!one || !two || !three || !four) throw new Error('There are four.')
  const first = inTurn(one.start)
  const second = inTurn(two.start)
  const third = inTurn(three.start)
  await expect(inTurn(four.start)).rejects.toMatchObject(REFUSAL)
  expect(begun).toEqual(['one'])
  one.fails()
  await expect(first).rejects.toThrow('one')
  const fourth = inTurn(four.start)
  await expect(inTurn(four.start)).rejects.toMatchObject(REFUSAL)
  for (const each of [two, three, four]) each.ends()
  expect(await Promise.all([second, third, fourth])).toEqual(['two', 'three', 'four'])
  expect(begun).toEqual(['one', 'two', 'three', 'four'])
})
