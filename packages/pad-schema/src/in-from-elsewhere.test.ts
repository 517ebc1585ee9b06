import { describe, expect, test } from 'vitest'
import { htmlToDocument } from './in/html.ts'
import { markdownToDocument } from './in/markdown.ts'
import { textToDocument } from './in/text.ts'
import { line } from './line.ts'
import { documentToText } from './out/text.ts'

const asText = (html: string) => documentToText(htmlToDocument(html)).trimEnd()

describe('HTML from elsewhere', () => {
  test('a web page: nested lists, headings, spaces that do not show', () => {
    expect(
      asText(`<html><head><title>no</title><style>p{}</style></head><body>
        <h1>Notes</h1><h5>Small</h5>
        <p>Two   words
           in one line</p>
        <ul>
          <li>one
            <ol start="3"><li>three</li><li><p>four</p><p>goes on</p></li><li>five</li></ol>
          </li>
          <li>two</li>
        </ul>
        <script>alert(1)</script></body></html>`),
    ).toBe('Notes\nSmall\nTwo words in one line\n* one\n  3. three\n  4. four\n    goes on\n  5. five\n* two')
  })

  test('Google Docs: a normal <b> around all, bold by style, tasks by role', () => {
    const { blocks } = htmlToDocument(
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">plain </span>' +
        '<span style="font-weight:700;font-style:italic">strong</span></p><ul><li role="checkbox" aria-checked="true"><p><span>done</span></p></li></ul></b>',
    )
    expect(blocks).toEqual([
      line('text', [
        { type: 'text', text: 'plain ', marks: {} },
        { type: 'text', text: 'strong', marks: { bold: true, italic: true } },
      ]),
      line('task', 'done', { checked: true }),
    ])
  })

  test('Word: the level is in the style, the number in the text', () => {
    const entry = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:1in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}` +
      `<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
    const html = `${entry(1, '·', 'one')}${entry(2, 'o', 'deep')}${entry(1, '1.', 'first')}${entry(2, 'a)', 'second')}<p class=MsoNormal><o:p>&nbsp;</o:p></p>`
    expect(asText(html)).toBe('* one\n  * deep\n1. first\n  1. second')
  })

  test('GitHub: tasks with a checkbox, alerts', () => {
    expect(
      asText(
        '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> done</li><li class="task-list-item"><input type="checkbox"> open</li></ul>' +
          '<div class="markdown-alert"><p class="markdown-alert-title">Note</p><p>mind</p></div>',
      ),
    ).toBe('[x] done\n[ ] open\n! mind')
  })

  test('TipTap: task lists of a stock editor', () => {
    expect(
      asText(
        '<ul data-type="taskList"><li data-checked="true" data-type="taskItem"><label><input type="checkbox" checked><span></span></label><div><p>done</p></div></li></ul>',
      ),
    ).toBe('[x] done')
  })

  test('a table is a line for each row, an image a link, code keeps its spaces', () => {
    expect(asText('<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td>d<br></td></tr></table>')).toBe(
      'a | b\nc | d',
    )
    expect(htmlToDocument('<img src="https://example.org/a.png" alt="map">').blocks).toEqual([
      line('text', [{ type: 'text', text: 'map', marks: { link: { href: 'https://example.org/a.png' } } }]),
    ])
    expect(htmlToDocument('<pre><code>if a:\n  b\n</code></pre>').blocks).toEqual([
      line('code', 'if a:'),
      line('code', '  b'),
    ])
  })

  test('an address that could do harm is no link', () => {
    for (const href of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'https://a"onclick=x',
    ]) {
      expect(htmlToDocument(`<a href='${href}'>x</a>`).blocks).toEqual([line('text', 'x')])
    }
  })
})

describe('Markdown from elsewhere', () => {
  test('all that GitHub knows', () => {
    const text =
      '# A #\n\nSetext\n---\n\n* a\n\n  more\n* [ ] b\n\n3) c\n\n> q\n> > r\n\n> [!WARNING]\n> w\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n\n***\n'
    expect(documentToText(markdownToDocument(text))).toBe(
      'A\nSetext\n* a\n  more\n[ ] b\n3. c\n> q\n  > r\n! w\na | b\nc | d\ncode\n---\n',
    )
  })

  test('HTML in it is text, but for a few tags', () => {
    expect(documentToText(markdownToDocument('<script>x</script> <u>y</u>'))).toBe('<script>x</script> y\n')
  })
})

test('plain text is plain lines, without what no text holds', () => {
  expect(textToDocument('\ufeffa\r\nb\0\ud800\rc\n').blocks).toEqual([
    line('text', 'a'),
    line('text', 'b'),
    line('text', 'c'),
  ])
})

// Each must neither throw nor, where it took a square of its length, take the test's time limit.
describe('a great many characters that mean harm are read', () => {
  const many = (piece: string, length = 300_000) => piece.repeat(length / piece.length)
  test.each([
    ['lists in lists', () => htmlToDocument(many('<ul>'))],
    ['entries in entries', () => htmlToDocument(many('<ul><li>a'))],
    ['bold in bold', () => htmlToDocument(many('<b>x'))],
    ['cells', () => htmlToDocument(many('<td>x'))],
    ['a long style', () => htmlToDocument(`<p style="${many('mso-list:')}">x`)],
    ['quotations in quotations', () => markdownToDocument(many('>'))],
    ['brackets', () => markdownToDocument(many('['))],
    ['stars', () => markdownToDocument(many('*_'))],
    ['control characters', () => htmlToDocument(many('\0\ud800<p>\u202e'))],
  ])(
    '%s',
    (_what, read) => {
      expect(read).not.toThrow()
    },
    60_000,
  )
})
