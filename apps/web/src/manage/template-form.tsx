import { LONGEST_TEMPLATE, type TemplatesData } from '@forumpad/api'
import { useId, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import source from '../ui/source-box.module.css'
import { useTypedEarly } from '../ui/use-typed-early.ts'
import styles from './templates.module.css'

type Props = Pick<TemplatesData, 'event' | 'type' | 'markdown' | 'isKept'>

/** The template as Markdown, to be looked at and kept. A form, so that nothing need be loaded first. */
export function TemplateForm({ event, type, markdown, isKept }: Props) {
  const { say } = useWords()
  const id = useId()
  const [text, setText] = useState(markdown)
  const box = useTypedEarly<HTMLTextAreaElement>(text, setText)
  const here = `/e/${encodeURIComponent(event.slug)}/templates`
  return (
    <form method="post" action={here} className={styles.form}>
      <input type="hidden" name="type" value={type ?? ''} />
      <label htmlFor={id} className={styles.label}>
        {say('Template in Markdown')}
      </label>
      <textarea
        ref={box}
        id={id}
        name="markdown"
        className={source.box}
        rows={20}
        maxLength={LONGEST_TEMPLATE}
        spellCheck={false}
        dir="auto"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.actions}>
        <Button kind="primary" type="submit">
          {say('Save')}
        </Button>
        <Button type="submit" formAction={`${here}/preview`}>
          {say('Show a preview')}
        </Button>
        {isKept && (
          <Button kind="quiet" type="submit" formAction={`${here}/remove`}>
            {type === null ? say('Back to the one that every event has') : say('Remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
