import type { Editor } from '@tiptap/core'
import { Suspense, useEffect, useState } from 'react'
import { lazyPart } from '../../ui/lazy-part.ts'
import { DragHandle } from '../dragging/drag-handle.tsx'
import { panelOf, showPanel } from '../editing/open-panel.ts'
import { usePageKeys } from '../editing/use-page-keys.ts'
import { selectedImage } from '../images/selected-image.ts'
import { followHash } from '../line-links/go-to-line.ts'
import type { LivePad } from '../live-pad.ts'
import { offersOf } from '../mentions/offers-state.ts'
import type { PadConnection } from '../pad-connection.ts'
import { isInTable } from '../tables/table-actions.ts'
import { useEditorFacts, usePadEditor } from '../use-editor.ts'
import { SaidStrip } from './said-strip.tsx'
import { slashOf } from './slash-plugin.ts'
import { useSelectedByMouse } from './use-selected-by-mouse.ts'

const BubbleMenu = lazyPart(async () => (await import('./menu-parts.ts')).menuParts.BubbleMenu)
const FindBar = lazyPart(async () => (await import('../find/find-bar.tsx')).FindBar)
const KeySheet = lazyPart(async () => (await import('../keys/key-sheet.tsx')).KeySheet)
const OutlinePanel = lazyPart(async () => (await import('../outline/outline-panel.tsx')).OutlinePanel)
const OffersList = lazyPart(async () => (await import('../mentions/offers-list.tsx')).OffersList)
const ImageWords = lazyPart(async () => (await import('../images/image-words.tsx')).ImageWords)
const TableMenu = lazyPart(async () => (await import('../tables/table-menu.tsx')).TableMenu)
const SourceView = lazyPart(async () => (await import('../source/source-view.tsx')).SourceView)
const SaveDialog = lazyPart(async () => (await import('../saving/save-dialog.tsx')).SaveDialog)
const SlashList = lazyPart(async () => (await import('./menu-parts.ts')).menuParts.SlashList)

/** What opens over the text: each part is loaded when it is asked for first. */
export function Menus({ pad }: { pad: LivePad }) {
  const editor = usePadEditor(pad)
  return editor === null ? null : <EditorMenus editor={editor} connection={pad.connection} />
}

function EditorMenus({ editor, connection }: { editor: Editor; connection: PadConnection }) {
  const [isSourceEdited, setSourceEdited] = useState(false)
  usePageKeys(editor)
  useEffect(() => followHash(editor), [editor])
  const slash = useEditorFacts(editor, ({ state }) => {
    const open = slashOf(state)
    return open === null ? null : { typed: open.typed, chosen: open.chosen }
  })
  const offers = useEditorFacts(editor, ({ state }) => {
    const open = offersOf(state)
    if (open === null) return null
    const { kind, typed, offers, chosen, sessions } = open
    return { kind, typed, offers, chosen, sessions: sessions.are }
  })
  const image = useEditorFacts(editor, selectedImage)
  const byMouse = useSelectedByMouse(editor)
  const { panel, selects, inTable } = useEditorFacts(editor, ({ state, isFocused, isEditable }) => ({
    panel: panelOf(state),
    // Its menu is drawn anew where the table is another one, or has another size.
    inTable: isEditable && isInTable(state) ? state.selection.$head.node(1).nodeSize : null,
    selects: isFocused && !state.selection.empty,
  }))
  // Whatever key opens something else: what is written there and not in the pad stays.
  const shown = isSourceEdited ? 'source' : panel
  useEffect(() => {
    if (shown !== panel) showPanel(editor, shown)
  }, [editor, shown, panel])
  return (
    <>
      <DragHandle editor={editor} />
      <SaidStrip editor={editor} />
      <Suspense>{slash !== null && <SlashList editor={editor} {...slash} />}</Suspense>
      <Suspense>{offers !== null && <OffersList editor={editor} open={offers} />}</Suspense>
      <Suspense>{inTable !== null && <TableMenu editor={editor} />}</Suspense>
      <Suspense>{image !== null && <ImageWords editor={editor} {...image} />}</Suspense>
      <Suspense>{selects && byMouse && <BubbleMenu editor={editor} />}</Suspense>
      <Suspense>{shown === 'find' && <FindBar editor={editor} />}</Suspense>
      <Suspense>{shown === 'outline' && <OutlinePanel editor={editor} />}</Suspense>
      <Suspense>
        {shown === 'source' && (
          <SourceView
            editor={editor}
            isEdited={isSourceEdited}
            onEdited={setSourceEdited}
            alsoGiveBack={connection.alsoGiveBack}
          />
        )}
      </Suspense>
      <Suspense>{shown === 'save' && <SaveDialog editor={editor} connection={connection} />}</Suspense>
      <Suspense>{shown === 'keys' && <KeySheet editor={editor} />}</Suspense>
    </>
  )
}
