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
  const seed = documentUpdate({ blocks: [line('heading', 'Notes'), line('text')] }, 1)
  server = new TestServer({ schema: schemaCheck, seed })
  ada = new Writer(await server.joins('Ada', { schemaVersion: schemaCheck.version }))
  grace = new Writer(await server.joins('Grace', { schemaVersion: schemaCheck.version }))
  ada.editor.commands.focus('end')
  ada.types('Hello world, from Ada').splits().types('Second line')
  await settled()
  grace.goes('after', 'world').types('s')
  await settled()
  for (const writer of [ada, grace]) writer.pauses()
  expect(grace.authors).toEqual(['forumpad: Notes', 'ada: Hello world|grace: s|ada: , from Ada', 'ada: Second line'])
})

afterEach(() => agreeInTheEnd(server, ada, grace))

async function seen(): Promise<string[]> {
  await settled()
  return grace.authors.slice(1)
}

const UNTOUCHED = ['ada: Hello world|grace: s|ada: , from Ada', 'ada: Second line']

describe('Words keep their author when somebody else', () => {
  test('splits their line', async () => {
    grace.goes('before', 'worlds').splits()
    expect(await seen()).toEqual(['ada: Hello ', 'ada<grace: world|grace: s|ada<grace: , from Ada', 'ada: Second line'])
  })

  test('joins two lines', async () => {
    grace.goes('before', 'Second').joins()
    expect(await seen()).toEqual(['ada: Hello world|grace: s|ada: , from Ada|ada<grace: Second line'])
  })

  test('makes it a heading, indents it, makes words bold', async () => {
    grace.goes('before', 'Hello').styles({ kind: 'heading', level: 2 }).selects('worlds').editor.commands.toggleBold()
    grace.goes('before', 'Second').styles({ level: 3 })
    expect(await seen()).toEqual(UNTOUCHED)
  })

  test('moves it', async () => {
    grace.movesDown('Hello')
    expect(await seen()).toEqual(['ada<grace: Second line', 'ada: Hello world|grace: s|ada: , from Ada'])
  })

  test('drags it over several lines, or moves it by a key', async () => {
    ada.goes('after', 'Second line').splits().types('Third line of the notes')
    await settled()
    grace.drags('Third', 'Hello')
    expect(await seen()).toEqual([
      'ada<grace: Third line of the notes',
      'ada: Hello world|grace: s|ada: , from Ada',
      'ada: Second line',
    ])
    grace.goes('before', 'Second').editor.commands.moveLineUp()
    expect((await seen()).at(-1)).toMatch(
      /^ada(?:<grace)?: Hello world\|grace(?:<grace)?: s\|ada(?:<grace)?: , from Ada$/,
    )
    expect((await seen()).at(-2)).toBe('ada: Second line')
  })

  test('cuts it out and pastes it elsewhere', async () => {
    grace.deletes('Hello world')
    await settled()
    grace.goes('after', 'Second line').pastes('Hello world')
    expect(await seen()).toEqual(['grace: s|ada: , from Ada', 'ada: Second line|ada<grace: Hello world'])
  })

  test('deletes it and takes that back', async () => {
    grace.deletes('Hello worlds')
    await settled()
    expect(await seen()).toEqual(['ada: , from Ada', 'ada: Second line'])
    grace.undoes()
    expect(await seen()).toEqual(['ada<grace: Hello world|grace: s|ada: , from Ada', 'ada: Second line'])
  })

  test('deletes a single character and takes that back', async () => {
    grace.deletes('H')
    await settled()
    grace.undoes()
    expect(await seen()).toEqual(['ada<grace: H|ada: ello world|grace: s|ada: , from Ada', 'ada: Second line'])
  })

  test('deletes it in parts, and takes that back in parts', async () => {
    grace.deletes('Ada').pauses().deletes('from ').pauses()
    await settled()
    grace.undoes()
    await settled()
    grace.undoes()
    expect(await seen()).toEqual(['ada: Hello world|grace: s|ada: , |ada<grace: from Ada', 'ada: Second line'])
  })

  test('splits it and types in the middle of what was moved, all while offline', async () => {
    grace.client.cut()
    grace.goes('before', 'worlds').splits().goes('before', 'Ada').types('dear ')
    grace.client.connect()
    expect(await seen()).toEqual([
      'ada: Hello ',
      'ada<grace: world|grace: s|ada<grace: , from |grace: dear |ada<grace: Ada',
      'ada: Second line',
    ])
  })

  test('splits it and takes that back', async () => {
    grace.goes('before', 'worlds').splits()
    await settled()
    grace.undoes()
    expect(await seen()).toEqual(['ada: Hello |ada<grace: world|grace: s|ada<grace: , from Ada', 'ada: Second line'])
  })
})

describe('Words are those of who typed them', () => {
  test('when somebody undoes and redoes their own', async () => {
    ada.pauses().goes('after', 'Second line').types(' more')
    await settled()
    ada.undoes()
    await settled()
    expect(await seen()).toEqual(UNTOUCHED)
    ada.redoes()
    expect(await seen()).toEqual(['ada: Hello world|grace: s|ada: , from Ada', 'ada: Second line more'])
  })

  test('even if another deleted the same ones a moment ago', async () => {
    ada.deletes('line')
    await settled()
    grace.goes('after', 'Second ').types('line')
    expect(await seen()).toEqual(['ada: Hello world|grace: s|ada: , from Ada', 'ada: Second |grace: line'])
  })

  test('in emoji too, which are two units each', async () => {
    grace.goes('after', 'Second').pastes('😀😀😀😀')
    await settled()
    ada.goes('after', 'Second😀😀').splits()
    expect(await seen()).toEqual([
      'ada: Hello world|grace: s|ada: , from Ada',
      'ada: Second|grace: 😀😀',
      'grace<ada: 😀😀|ada:  line',
    ])
  })

  test('after the server put a stranger’s heading in order', async () => {
    const { doc } = grace.client
    const { XmlElement, XmlText } = await import('yjs')
    const heading = new XmlElement('heading')
    heading.insert(0, [new XmlText('Told by a stock editor')])
    doc.getXmlFragment('default').push([heading])
    expect(await seen()).toEqual([...UNTOUCHED, 'grace: Told by a stock editor'])
    expect(server.authors().at(-1)).toBe('forumpad')
  })
})

test('undo takes back only what one did oneself, while another goes on writing', async () => {
  ada.pauses().goes('after', 'Second line').types(', longer')
  await settled()
  grace.goes('before', 'Second').types('The ')
  grace.goes('after', 'longer').types(' by Grace')
  await settled()
  ada.undoes()
  await settled()
  expect(grace.lines).toEqual(ada.lines)
  expect(ada.lines[2]).toBe('The Second line by Grace')
  grace.undoes()
  await settled()
  expect(ada.lines[2]).toBe('Second line')
  ada.redoes()
  await settled()
  expect(grace.lines[2]).toBe('Second line, longer')
})
