import { Extension, InputRule } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { LineKind } from '../document.ts'
import { isListKind, isStart, type LineShape } from '../line.ts'
import { caretLine, reshape } from './selected-lines.ts'

type Becomes = (match: RegExpMatchArray) => Partial<LineShape> & { kind: LineKind }

/** `typed` is what people are shown; the last sign of it is what turns the line. */
const SHORTCUTS: { typed: string; find: RegExp; becomes: Becomes }[] = [
  { typed: '# ', find: /^(#{1,3})\s$/, becomes: ([, signs]) => ({ kind: 'heading', level: signs?.length ?? 1 }) },
  { typed: '- ', find: /^[-*]\s$/, becomes: () => ({ kind: 'bullet' }) },
  {
    typed: '1. ',
    find: /^(\d{1,9})[.)]\s$/,
    becomes: ([, number]) => ({ kind: 'number', start: startOf(Number(number)) }),
  },
  { typed: '[] ', find: /^\[\s?\]\s$/, becomes: () => ({ kind: 'task', checked: false }) },
  { typed: '[x] ', find: /^\[[xX]\]\s$/, becomes: () => ({ kind: 'task', checked: true }) },
  { typed: '> ', find: /^>\s$/, becomes: () => ({ kind: 'quote' }) },
  { typed: '!!! ', find: /^!!!\s$/, becomes: () => ({ kind: 'callout' }) },
  { typed: '``` ', find: /^```\s$/, becomes: () => ({ kind: 'code', level: 0 }) },
]

/** The signs that make a line of a kind, as they are typed at its beginning: for a sheet of keys. */
export const LINE_SIGNS: readonly { typed: string; kind: LineKind }[] = SHORTCUTS.map(({ typed, find, becomes }) => {
  const match = find.exec(typed)
  if (match === null) throw new Error(`"${typed}" is not what it says`)
  return { typed, kind: becomes(match).kind }
})

function startOf(number: number): number | null {
  return number !== 1 && isStart(number) ? number : null
}

/** Markdown's signs, typed at the beginning of a line, make it what they mean. They change attributes; the line's element stays. */
export const LineInputRules = Extension.create({
  name: 'lineInputRules',
  priority: 1000,

  addInputRules: () => [
    ...SHORTCUTS.map(
      ({ find, becomes }) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            const line = caretLine(state)
            const shape = becomes(match)
            if (line === undefined || !mayBecome(line.shape, shape.kind)) return null
            state.tr.delete(range.from, range.to)
            reshape(state.tr, line, { checked: null, start: null, ...shape })
          },
        }),
    ),
    new InputRule({ find: /^(?:---|___|\*\*\*)$/, handler: ({ state }) => ruleInstead(state) }),
  ],

  addProseMirrorPlugins: () => [codeIsTyped()],
})

// An entry may become one of another list; a heading or a quotation that begins with a sign means the sign.
function mayBecome(before: LineShape, kind: LineKind): boolean {
  return before.kind === 'text' || (isListKind(before.kind) && isListKind(kind) && before.kind !== kind)
}

function ruleInstead(state: EditorState): null | undefined {
  const line = caretLine(state)
  const rule = state.schema.nodes.rule?.create()
  const isInCell = state.selection.$from.depth > 1
  if (line?.shape.kind !== 'text' || rule === undefined || isInCell) return null
  state.tr.delete(line.pos + 1, line.pos + line.node.nodeSize - 1).insert(line.pos, rule)
  return undefined
}

/** In code every sign is only a sign: what is typed there goes past all shortcuts, those of the marks too. */
function codeIsTyped(): Plugin {
  return new Plugin({
    key: new PluginKey('codeIsTyped'),
    props: {
      handleTextInput(view, from, to, text) {
        const { parent } = view.state.doc.resolve(from)
        if (parent.type.name !== 'paragraph' || parent.attrs.kind !== 'code') return false
        view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView())
        return true
      },
    },
  })
}
