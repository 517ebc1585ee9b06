import { Toolbar as Bar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { Link } from 'lucide-react'
import { Suspense, useRef } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { nameWithKey } from './editing/key-names.ts'
import { MARK_ACTIONS } from './editing/mark-actions.ts'
import { panelOf, showPanel } from './editing/open-panel.ts'
import tools from './toolbar.module.css'
import { useEditorFacts } from './use-editor.ts'

const LinkPanel = lazyPart(async () => (await import('./bar-parts.ts')).barParts.LinkPanel)

/** Puts a link on the selected words, changes it, or takes it away. */
export function LinkTool({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const name = nameWithKey(MARK_ACTIONS.link, say)
  const tool = useRef<HTMLButtonElement>(null)
  const { open, isOn } = useEditorFacts(editor, ({ state }) => ({
    open: panelOf(state) === 'link',
    isOn: editor.isActive('link'),
  }))
  return (
    <>
      <Bar.Button
        ref={tool}
        className={tools.tool}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={name}
        data-on={isOn || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void showPanel(editor, open ? null : 'link')}
      >
        <Link size={17} strokeWidth={1.75} aria-hidden="true" />
      </Bar.Button>
      <Suspense>{open && <LinkPanel editor={editor} anchor={tool} />}</Suspense>
    </>
  )
}
