import type { Event } from '@forumpad/api'
import { useEffect, useRef } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { LinkButton } from '../ui/button.tsx'
import { AgendaForm } from './agenda-form.tsx'
import { ImportChanges } from './import-changes.tsx'
import { ImportList } from './import-list.tsx'
import { ImportPreview, Problems } from './import-preview.tsx'
import styles from './imports.module.css'
import { countWords } from './report-words.ts'
import { SourceForm } from './source-form.tsx'
import { useImports } from './use-imports.ts'

/** Brings an agenda: look at what it does, decide, apply; and what was brought before. */
export function ImportDesk({ event, proposed }: { event: Event; proposed: string }) {
  const words = useWords()
  const { say } = words
  const imports = useImports(event.slug)
  const { step, problem, list, source } = imports
  const began = useRef(false)
  useEffect(() => {
    if (proposed === '' || began.current) return
    began.current = true
    void imports.look({ url: proposed })
  }, [proposed, imports])
  const zone = event.timeZone
  return (
    <>
      <section aria-labelledby="bring" className={styles.section}>
        <h2 id="bring" className={styles.heading}>
          {say('Bring an agenda')}
        </h2>
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {say(problem)}
          </p>
        )}
        <AgendaForm
          proposed={proposed}
          isAsking={step.is === 'asking'}
          look={(given) => void imports.look(given)}
          refuse={imports.refuse}
        />
        {step.is === 'asking' && <p role="status">{say('Reading the agenda.')}</p>}
      </section>
      {step.is === 'looking' && <ImportPreview {...imports} step={step} zone={zone} />}
      {step.is === 'applied' && (
        <section aria-labelledby="applied" className={styles.preview}>
          <h2 id="applied" className={styles.heading}>
            {step.report.id === null ? say('Nothing has changed') : say('Applied')}
          </h2>
          <p role="status">{countWords(step.report, words)}</p>
          <Problems problems={step.report.problems} />
          <div className={styles.actions}>
            <LinkButton kind="primary" href={`/e/${encodeURIComponent(event.slug)}`}>
              {say('To the agenda')}
            </LinkButton>
          </div>
          <ImportChanges changes={step.report.changes} zone={zone} decisions={[]} />
        </section>
      )}
      <section aria-labelledby="refresh" className={styles.section}>
        <h2 id="refresh" className={styles.heading}>
          {say('Refresh by itself')}
        </h2>
        <SourceForm
          key={source?.url ?? ''}
          source={source}
          zone={zone}
          setSource={(wish) => void imports.setSource(wish)}
        />
      </section>
      <section aria-labelledby="history" className={styles.section}>
        <h2 id="history" className={styles.heading}>
          {say('Imports')}
        </h2>
        <ImportList
          list={list}
          zone={zone}
          lookAt={(id) => void imports.look({ import: id })}
          remove={(id) => void imports.remove(id)}
        />
      </section>
    </>
  )
}
