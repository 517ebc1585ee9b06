import type {
  AgendaSource,
  AgendaSourceWish,
  ImportDecision,
  ImportRecord,
  ImportReport,
  TableReading,
} from '@forumpad/api'
import { useCallback, useEffect, useState } from 'react'
import { askServer } from '../ui/ask-server.ts'
import type { GivenAgenda } from './given-agenda.ts'

/** Where somebody is with an agenda: nothing handed in, asking, looking at what it would do, or done. */
export type ImportStep =
  | { is: 'choosing' }
  | { is: 'asking' }
  | {
      is: 'looking'
      given: GivenAgenda
      report: ImportReport
      decisions: readonly ImportDecision[]
      /** What was said by hand about the columns of a table; empty while the server finds them. */
      reading: TableReading
    }
  | { is: 'applied'; report: ImportReport }

export type Imports = {
  step: ImportStep
  problem: string | null
  /** Null until the server has answered. */
  list: readonly ImportRecord[] | null
  /** Null while none is set, or not known yet. */
  source: AgendaSource | null
  /** Shows what an agenda would do, and writes nothing. */
  look(given: GivenAgenda, decisions?: readonly ImportDecision[], reading?: TableReading): Promise<void>
  apply(confirm: boolean): Promise<void>
  leave(): void
  /** Undoes the last import, or dismisses one that waits. */
  remove(id: number): Promise<void>
  setSource(wish: AgendaSourceWish | null): Promise<void>
  refuse(problem: string): void
}

/** An event's imports as the server has them, and the one that is being made. */
export function useImports(event: string): Imports {
  const path = `/api/v1/events/${encodeURIComponent(event)}`
  const [step, setStep] = useState<ImportStep>({ is: 'choosing' })
  const [problem, setProblem] = useState<string | null>(null)
  const [list, setList] = useState<readonly ImportRecord[] | null>(null)
  const [source, setSourceShown] = useState<AgendaSource | null>(null)

  const listAgain = useCallback(async () => {
    const answer = await askServer<ImportRecord[]>('GET', `${path}/imports`)
    if (answer.is === 'done') setList(answer.body)
    else setProblem(answer.problem)
  }, [path])

  useEffect(() => {
    void listAgain()
    // An event without a source is no problem: there is nothing to show then.
    void askServer<AgendaSource>('GET', `${path}/source`).then((answer) => {
      if (answer.is === 'done') setSourceShown(answer.body)
    })
  }, [path, listAgain])

  return {
    step,
    problem,
    list,
    source,
    async look(given, decisions = [], reading = {}) {
      setProblem(null)
      const before = step
      if (before.is !== 'looking') setStep({ is: 'asking' })
      const wish = { ...given, ...reading, decisions, dryRun: true }
      const answer = await askServer<ImportReport>('POST', `${path}/imports`, wish)
      if (answer.is === 'done') return setStep({ is: 'looking', given, report: answer.body, decisions, reading })
      setProblem(answer.problem)
      setStep(before.is === 'looking' ? before : { is: 'choosing' })
    },
    async apply(confirm) {
      if (step.is !== 'looking') return
      setProblem(null)
      setStep({ is: 'asking' })
      const wish = { ...step.given, ...step.reading, decisions: step.decisions, ...(confirm ? { confirm } : {}) }
      const answer = await askServer<ImportReport>('POST', `${path}/imports`, wish)
      if (answer.is === 'problem') {
        setProblem(answer.problem)
        setStep(step)
        return
      }
      setStep({ is: 'applied', report: answer.body })
      await listAgain()
    },
    leave() {
      setProblem(null)
      setStep({ is: 'choosing' })
    },
    async remove(id) {
      const answer = await askServer<null>('DELETE', `${path}/imports/${id}`)
      setProblem(answer.is === 'problem' ? answer.problem : null)
      if (answer.is === 'done') setStep({ is: 'choosing' })
      await listAgain()
    },
    async setSource(wish) {
      const answer = wish
        ? await askServer<AgendaSource>('PUT', `${path}/source`, wish)
        : await askServer<null>('DELETE', `${path}/source`)
      setProblem(answer.is === 'problem' ? answer.problem : null)
      if (answer.is === 'done') setSourceShown(answer.body)
    },
    refuse: setProblem,
  }
}
