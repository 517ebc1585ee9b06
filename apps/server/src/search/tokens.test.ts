import { expect, it } from 'vitest'
import { fold, tokensOf } from './tokens.ts'

const words = (text: string) => tokensOf(text).map(({ token }) => token)

it.each([
  ['Case, ACCENTS and Größe', ['case', 'accents', 'and', 'grosse']],
  ['Łódź Ørsted Đorđe İzmir', ['lodz', 'orsted', 'dorde', 'izmir']],
  ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
  ['don’t co-chair @ana C++', ['don', 't', 'co', 'chair', 'ana', 'c']],
  ['日本語のノート', ['日', '本', '語', 'の', 'ノ', 'ー', 'ト']],
  ['회의록 작성', ['회', '의', '록', '작', '성']],
  ['ＦＵＬＬ ﬁne', ['full', 'fine']],
  ['مُحَمَّد שָׁלוֹם', ['محمد', 'שלום']],
  ['हिन्दी', ['हिन्दी']],
  ['½ ﷺ ͺ', ['1', '2', 'صلى', 'الله', 'عليه', 'وسلم']],
  ['IPv6 2017-05-10', ['ipv6', '2017', '05', '10']],
  ['… — ""', []],
])('cuts "%s"', (text, expected) => expect(words(text)).toEqual(expected))

it('says where words stand, in the units of the text', () => {
  const text = 'Die Größe, 日本'
  expect(tokensOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Die', 'Größe', '日', '本'])
})

it('gives letters, digits and marks alone, so that no sign means anything to an index', () => {
  const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join(' ')
  for (const { token } of tokensOf(every)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
})

it('cuts what is endless', () => expect(words('a'.repeat(10_000))).toEqual(['a'.repeat(64)]))

it('folds what it has folded to the same', () => {
  for (const text of ['Größe', 'İ', 'ΟΔΟΣ', '가각', 'ǅ', 'ﬃ']) expect(fold(fold(text))).toBe(fold(text))
})
