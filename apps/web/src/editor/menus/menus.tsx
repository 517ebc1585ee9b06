import type { Editor } from '@tiptap/core'
import { lazy, Suspense } from 'react'
import { usePageKeys } from '../editing/use-page-keys.ts'
import type { LivePad } from '../live-pad.ts'
import { useEditorFacts, usePadEditor } from '../use-editor.ts'
import { slashOf } from './slash-plugin.ts'

const SlashList = lazy(async () => ({ default: (await import('./menu-parts.ts')).SlashList }))

/** What opens over the text: each part is loaded when it is asked for first. */
export function Menus({ pad }: { pad: LivePad }) {
  const editor = usePadEditor(pad)
  return editor === null ? null : <EditorMenus editor={editor} />
}

function EditorMenus({ editor }: { editor: Editor }) {
  usePageKeys(editor)
  const slash = useEditorFacts(editor, ({ state }) => {
    const open = slashOf(state)
    return open === null ? null : { typed: open.typed, chosen: open.chosen }
  })
  return <Suspense>{slash !== null && <SlashList editor={editor} {...slash} />}</Suspense>
}
