import { settled, TestServer } from '@forumpad/sync/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentUpdate, line, schemaCheck } from '../packages/pad-schema/src/index.ts'
import { useDom } from '../packages/pad-schema/src/testing/dom.ts'
import { agreeInTheEnd, Writer } from './testing/writer.ts'

useDom()

let server: TestServer
let ada: Writer
let grace: Writer

beforeEach(async () => {
  const seed = documentUpdate({ blocks: [line('text', 'first'), line('text', 'second'), line('text', 'third')] }, 1)
  server = new TestServer({ schema: schemaCheck, seed })
  ada = new Writer(await server.joins('Ada', { schemaVersion: schemaCheck.version }))
  grace = new Writer(await server.joins('Grace', { schemaVersion: schemaCheck.version }))
})

afterEach(async () => {
  await settled()
  expect(ada.lines).toEqual(grace.lines)
  await agreeInTheEnd(server, ada, grace)
})

/** Everybody reads what they have been sent. */
async function meet(): Promise<string[]> {
  for (const { client } of [ada, grace]) {
    client.resume()
    if (!client.isConnected) client.connect()
  }
  await settled()
  await settled()
  return ada.authors
}

const notices = ({ client }: Writer) => client.notices.map(({ code }) => code)

const FIRST = 'forumpad: first'
const THIRD = 'forumpad: third'

/** What Grace does to the second line, and what is left of it. */
const fates: [string, () => unknown, string[]][] = [
  ['deleted', () => grace.removesLine('second'), []],
  ['joined to the first', () => grace.goes('before', 'second').joins(), ['forumpad: first|forumpad<grace: second']],
]

describe.each(fates)('Words typed into a line that was %s at that moment', (fate, change, left) => {
  const before = fate === 'deleted' ? [FIRST] : left

  test('come back as one line, with their author, and their author is told', async () => {
    ada.client.stall()
    change()
    await settled()
    for (const part of [' and', ' more ', 'words']) {
      ada.goes('after', ada.lines[1] ?? '').types(part)
      await settled()
    }
    expect(await meet()).toEqual([...before, 'ada: and more words', THIRD])
    expect(notices(ada)).toEqual(['rescued'])
    expect(notices(grace)).toEqual([])
    const [notice] = ada.client.notices
    const element = ada.client.doc.getXmlFragment('default').get(1)
    expect(notice?.line).toBe(`${element._item?.id.client}:${element._item?.id.clock}`)
    expect(server.authors().slice(-1)).toEqual(['forumpad'])
  })

  test('come back too if they were there first, and the other had not seen them', async () => {
    grace.client.stall()
    ada.goes('after', 'second').types(' and more')
    await settled()
    change()
    await settled()
    ada.client.stall()
    expect(await meet()).toEqual([...before, 'ada: and more', THIRD])
  })

  test('come back after a long time offline, in the order in which they stood', async () => {
    ada.client.cut()
    ada.goes('after', 'second').types(' world').goes('after', 'second').types(' hello')
    change()
    await settled()
    await server.clock.pass(600_000)
    expect(await meet()).toEqual([...before, 'ada: hello world', THIRD])
  })

  test('go on where they were when the typer has heard of it', async () => {
    ada.client.stall()
    change()
    await settled()
    ada.goes('after', 'second').types('X')
    await meet()
    ada.goes('after', 'X').types('Y')
    expect(await meet()).toEqual([...before, 'ada: XY', THIRD])
  })

  test('come back although the server was started anew meanwhile', async () => {
    ada.client.cut()
    ada.goes('after', 'second').types(' and more')
    change()
    await settled()
    grace.client.cut()
    await server.clock.pass(60_000)
    expect(await meet()).toEqual(expect.arrayContaining([...before, 'ada: and more', THIRD]))
    expect(ada.lines.filter((words) => words === 'and more')).toHaveLength(1)
  })
})

test('Words of two people that one deletion swept away come back to each', async () => {
  const edsger = new Writer(await server.joins('Edsger', { schemaVersion: schemaCheck.version }))
  grace.client.stall()
  ada.goes('after', 'second').types(' by ada')
  edsger.goes('before', 'second').types('by him ')
  await settled()
  grace.removesLine('second')
  const authors = await meet()
  expect([...authors].sort()).toEqual(['ada: by ada', 'edsger: by him ', FIRST, THIRD])
  expect(notices(edsger)).toEqual(['rescued'])
  edsger.leaves()
})

describe('Nothing comes back', () => {
  test('that whoever deleted the line had seen', async () => {
    ada.goes('after', 'second').types(' and more')
    await settled()
    grace.removesLine('second')
    expect(await meet()).toEqual([FIRST, THIRD])
    expect(notices(ada)).toEqual([])
  })

  test('that the typer deleted again', async () => {
    ada.client.cut()
    ada.goes('after', 'second').types(' no').deletes(' no')
    grace.removesLine('second')
    await settled()
    expect(await meet()).toEqual([FIRST, THIRD])
  })

  test('twice, however often it is sent', async () => {
    ada.client.cut()
    ada.goes('after', 'second').types(' once')
    grace.removesLine('second')
    await settled()
    await meet()
    ada.client.cut()
    ada.client.connect()
    expect(await meet()).toEqual([FIRST, 'ada: once', THIRD])
  })

  test('when both delete the line', async () => {
    ada.client.cut()
    ada.removesLine('second')
    grace.removesLine('second')
    await settled()
    expect(await meet()).toEqual([FIRST, THIRD])
  })

  test('when one splits, moves or restyles the line that the other types in', async () => {
    ada.client.stall()
    grace.goes('after', 'sec').splits().styles({ kind: 'task' })
    await settled()
    ada.goes('after', 'second').types('!')
    await meet()
    expect(notices(ada)).toEqual([])
    expect(ada.lines.join('')).toContain('!')
  })
})
