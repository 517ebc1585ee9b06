import { Popover } from '@base-ui/react/popover'
import type { Editor } from '@tiptap/core'
import { type FormEvent, type RefObject, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showPanel } from './editing/open-panel.ts'
import { mayFollow } from './held-links/held-links-plugin.ts'
import { linkAddress } from './link-address.ts'
import styles from './link-panel.module.css'
import floating from './popover.module.css'

/** Asks for the address of a link, above the tool that asked for it. */
export function LinkPanel({ editor, anchor }: { editor: Editor; anchor: RefObject<HTMLElement | null> }) {
  const { say } = useWords()
  const close = () => void showPanel(editor, null)
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // The tool itself closes what it has opened.
        if (!open && !(event.target instanceof Node && anchor.current?.contains(event.target))) close()
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" sideOffset={8} className={floating.positioner}>
          <Popover.Popup className={floating.popup} aria-label={say('Link')} finalFocus={false}>
            <LinkForm editor={editor} done={close} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function LinkForm({ editor, done }: { editor: Editor; done: () => void }) {
  const { say } = useWords()
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
        label={say('Address')}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={typed}
        onText={(text) => {
          setTyped(text)
          setProblem(null)
        }}
        aria-invalid={problem !== null}
        aria-describedby="link-problem"
        action={<Button type="submit">{before === '' ? say('Link') : say('Change')}</Button>}
      />
      <p id="link-problem" className={styles.problem} role="alert">
        {problem !== null && say(problem)}
      </p>
      {before !== '' && (
        <div className={styles.more}>
          {mayFollow(editor, before) ? (
            <a href={before} target="_blank" rel="noopener noreferrer">
              {say('Open the link')}
            </a>
          ) : (
            <span>{say('Link held until a moderator lets it through')}</span>
          )}
          <Button kind="quiet" onClick={takeAway}>
            {say('Take the link away')}
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
