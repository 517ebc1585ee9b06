import { Popover } from '@base-ui/react/popover'
import { Toolbar as Bar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { Link } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { nameWithKey } from './editing/key-names.ts'
import { MARK_ACTIONS } from './editing/mark-actions.ts'
import { panelOf, showPanel } from './editing/open-panel.ts'
import { linkAddress } from './link-address.ts'
import styles from './link-tool.module.css'
import floating from './popover.module.css'
import tools from './toolbar.module.css'
import { useEditorFacts } from './use-editor.ts'

const NAME = nameWithKey(MARK_ACTIONS.link)

/** Puts a link on the selected words, changes it, or takes it away. */
export function LinkTool({ editor }: { editor: Editor }) {
  const { open, isOn } = useEditorFacts(editor, ({ state }) => ({
    open: panelOf(state) === 'link',
    isOn: editor.isActive('link'),
  }))
  const setOpen = (next: boolean) => void showPanel(editor, next ? 'link' : null)

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        render={<Bar.Button className={tools.tool} aria-label={NAME} title={NAME} data-on={isOn || undefined} />}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Link size={17} strokeWidth={1.75} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={8} className={floating.positioner}>
          <Popover.Popup className={floating.popup} aria-label="Link" finalFocus={false}>
            <LinkForm editor={editor} done={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function LinkForm({ editor, done }: { editor: Editor; done: () => void }) {
  const before = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(before)
  const [problem, setProblem] = useState<string | null>(null)

  const put = (event: FormEvent) => {
    event.preventDefault()
    const address = linkAddress(typed)
    if ('problem' in address) return setProblem(address.problem)
    putLink(editor, address.href, typed.trim())
    done()
  }
  const takeAway = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    done()
  }
  return (
    <form className={styles.form} onSubmit={put} noValidate>
      <TextField
        label="Address"
        type="url"
        inputMode="url"
        placeholder="https://"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setProblem(null)
        }}
        aria-invalid={problem !== null}
        aria-describedby="link-problem"
        action={<Button type="submit">{before === '' ? 'Link' : 'Change'}</Button>}
      />
      <p id="link-problem" className={styles.problem} role="alert">
        {problem}
      </p>
      {before !== '' && (
        <div className={styles.more}>
          <a href={before} target="_blank" rel="noopener noreferrer">
            Open the link
          </a>
          <Button kind="quiet" onClick={takeAway}>
            Take the link away
          </Button>
        </div>
      )}
    </form>
  )
}

/** On the selected words; without any, the address itself is written. */
function putLink(editor: Editor, href: string, typed: string) {
  const chain = editor.chain().focus().extendMarkRange('link')
  const { empty } = editor.state.selection
  if (empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run()
  } else {
    chain.setMark('link', { href }).run()
  }
}
