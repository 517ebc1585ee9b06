import { Toolbar as Bar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { useRef } from 'react'
import { useWords } from '../languages/use-words.tsx'
import type { Tool } from './editing/action.ts'
import { nameWithKey } from './editing/key-names.ts'
import { TOOLBAR_ID } from './editing/page-actions.ts'
import { LinkTool } from './link-tool.tsx'
import type { LivePad } from './live-pad.ts'
import styles from './toolbar.module.css'
import { TOOLS } from './tools.ts'
import { useEditorFacts, usePadEditor } from './use-editor.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'

/** The tools of the pad, quiet at the bottom of the window; on a phone they sit on the keyboard. Alt+F9 goes there. */
export function Toolbar({ pad }: { pad: LivePad }) {
  const editor = usePadEditor(pad)
  return editor === null ? null : <EditorTools editor={editor} />
}

function EditorTools({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const { writing, editable } = useEditorFacts(editor, ({ isFocused, isEditable }) => ({
    writing: isFocused,
    editable: isEditable,
  }))
  useKeyboardInset(bar)

  if (!editable) return null
  const groups: [string, Tool[]][] = Object.entries(TOOLS)
  return (
    <Bar.Root
      ref={bar}
      id={TOOLBAR_ID}
      className={styles.bar}
      aria-label={say('Writing tools')}
      data-writing={writing || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.commands.focus()
      }}
    >
      {groups.map(([name, tools], index) => (
        <Bar.Group key={name} className={styles.group}>
          {index > 0 && <Bar.Separator className={styles.separator} />}
          {tools.map((tool) => (
            <ToolButton key={tool.name} tool={tool} editor={editor} />
          ))}
          {name === 'marks' && <LinkTool editor={editor} />}
        </Bar.Group>
      ))}
    </Bar.Root>
  )
}

function ToolButton({ tool, editor }: { tool: Tool; editor: Editor }) {
  const { say } = useWords()
  const isOn = useEditorFacts(editor, () => tool.isOn?.(editor) ?? false)
  const Icon = tool.icon
  const label = nameWithKey(tool, say)
  return (
    <Bar.Button
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-pressed={tool.isOn === undefined ? undefined : isOn}
      // The selection in the text stays, and with it a phone's keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.run(editor)}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
    </Bar.Button>
  )
}
