import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useWords } from '../../languages/use-words.tsx'
import type { Tool } from '../editing/action.ts'
import { nameWithKey } from '../editing/key-names.ts'
import { MARK_ACTIONS } from '../editing/mark-actions.ts'
import { useEditorFacts } from '../use-editor.ts'
import styles from './bubble-menu.module.css'
import { useFloating } from './use-floating.ts'

const { bold, italic, underline, strike, code, link } = MARK_ACTIONS
const TOOLS: Tool[] = [bold, italic, underline, strike, code, link]

/** The tools for words, beside the words that are selected with the mouse. Keys and fingers have the toolbar. */
export function BubbleMenu({ editor }: { editor: Editor }) {
  const stretch = useEditorFacts(editor, ({ state: { selection }, isFocused, isEditable }) => {
    const { from, to, $from } = selection
    const isWords = selection instanceof TextSelection && from < to && $from.parent.attrs.kind !== 'code'
    return isWords && isFocused && isEditable ? { from, to } : null
  })
  return stretch !== null ? <Bubble editor={editor} {...stretch} /> : null
}

function Bubble({ editor, from, to }: { editor: Editor; from: number; to: number }) {
  const { say } = useWords()
  const box = useFloating('above', () => {
    const size = editor.state.doc.content.size
    const [start, end] = [editor.view.coordsAtPos(Math.min(from, size)), editor.view.coordsAtPos(Math.min(to, size))]
    return {
      left: Math.min(start.left, end.left),
      right: Math.max(start.right, end.right),
      top: start.top,
      bottom: end.bottom,
    }
  })
  return (
    <div ref={box} role="toolbar" aria-label={say('Selected words')} className={styles.bubble}>
      {TOOLS.map((tool) => (
        <BubbleTool key={tool.id} editor={editor} tool={tool} />
      ))}
    </div>
  )
}

function BubbleTool({ editor, tool }: { editor: Editor; tool: Tool }) {
  const { say } = useWords()
  const isOn = useEditorFacts(editor, () => tool.isOn?.(editor) ?? false)
  const Icon = tool.icon
  const label = nameWithKey(tool, say)
  return (
    <button
      type="button"
      // Whoever has keys has the toolbar's.
      tabIndex={-1}
      className={styles.tool}
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.run(editor)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
