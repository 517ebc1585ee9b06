import { describe, expect, test } from 'vitest'
import { described, joined, line, webAddress } from './session-texts.ts'

const html = (text: string) => described(text, true).descriptionHtml

describe('descriptions with markup', () => {
  test('keep what structures a text, and nothing that runs, loads or leaves its place', () => {
    expect(
      html(
        '<h1 style="position:fixed">Title</h1><p onclick="x()">Hi <b>you</b></p><script>alert(1)</script>' +
          '<img src=x onerror=alert(1)><iframe src="https://example.org"></iframe><style>p{}</style><ul><li>one</ul>',
      ),
    ).toBe('<h4>Title</h4><p>Hi <b>you</b></p><ul><li>one</li></ul>')
  })

  test.each([
    [
      '<a href="https://example.org/?a=1&b=2">x</a>',
      '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener ugc">x</a>',
    ],
    ['<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener ugc">x</a>'],
    ['<a href="java\nscript:alert(1)">x</a>', '<a rel="nofollow noopener ugc">x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a rel="nofollow noopener ugc">x</a>'],
    ['<a href="//example.org">x</a>', '<a rel="nofollow noopener ugc">x</a>'],
    ['<p>a &lt;script&gt; b</p>', '<p>a &lt;script&gt; b</p>'],
    ['<p><scr<script>ipt>alert(1)</p>', '<p>ipt&gt;alert(1)</p>'],
  ])('%s', (dirty, clean) => {
    expect(html(dirty)).toBe(clean)
  })

  test('are given as plain text too; plain text has no other form', () => {
    expect(described('<p>Tom &amp; Ada</p><p>next</p>', true).description).toBe('Tom & Ada\n\nnext')
    expect(described('if a < b then c', true)).toEqual({ description: 'if a < b then c' })
    expect(described('<p>x</p>', false)).toEqual({ description: 'x' })
  })

  test('lose what stands in markup without end', () => {
    const deep = described(`<p>start</p>${'<b>'.repeat(300_000)}end`, true)
    expect(deep).toEqual({ description: 'start' })
  })
})

test('several texts are joined, each once, and plain ones get paragraphs where others have them', () => {
  expect(joined(['One', '', 'Two\nlines', 'One'])).toBe('One\n\nTwo\nlines')
  expect(joined(['a < b\nc', '<p>Two</p>'])).toBe('<p>a &lt; b<br>c</p>\n<p>Two</p>')
})

test('a line is one line without markup, and not endless', () => {
  expect(line(' <b>Fog</b>\n &amp; edge ', 100)).toBe('Fog & edge')
  expect(line('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxx…')
  expect(line(' \n ', 10)).toBeNull()
})

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['ftp://example.org', null],
  ['https://exa mple.org', null],
  ['javascript:alert(1)//https://', null],
  [`https://example.org/${'x'.repeat(3000)}`, null],
])('only a web address is a link: %s', (text, link) => {
  expect(webAddress(text)).toBe(link)
})
