import { Dialog } from '@base-ui/react/dialog'
import type { RedactionReport, RedactionWish } from '@forumpad/api'
import { useEffect, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { askServer } from '../ui/ask-server.ts'
import { PageDialog } from '../ui/page-dialog.tsx'
import { ConfirmRedaction } from './confirm-redaction.tsx'
import { WordsToRedact } from './words-to-redact.tsx'

type Props = { pad: string; selected: () => RedactionWish; close: () => void }

type State =
  /** Nothing is selected: the words are asked for. */
  | { is: 'asking'; problem: string | null }
  | { is: 'looking' }
  | { is: 'found' | 'redacting'; wish: RedactionWish; report: RedactionReport; problem: string | null }

/** Shows which words would go and where they can be read, and takes them out for good once that is confirmed. */
export function RedactDialog({ pad, selected, close }: Props) {
  const { say } = useWords()
  // What was selected when the dialog was asked for: in it there is nothing to select.
  const [wish] = useState(selected)
  const isSelected = wish.anchor !== undefined || wish.from !== undefined
  const [state, setState] = useState<State>({ is: isSelected ? 'looking' : 'asking', problem: null })
  const address = `/api/v1/pads/${encodeURIComponent(pad)}/redactions`

  async function look(wanted: RedactionWish): Promise<void> {
    setState({ is: 'looking' })
    const answer = await askServer<RedactionReport>('POST', address, { ...wanted, dryRun: true })
    if (answer.is === 'problem') return setState({ is: 'asking', problem: answer.problem })
    const report = answer.body
    // Whatever is written meanwhile: what was shown is what goes.
    setState({ is: 'found', problem: null, report, wish: { ...wanted, revision: report.revision } })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was selected at first
  useEffect(() => {
    if (isSelected) void look(wish)
  }, [])

  async function redact(
    found: State & { is: 'found' | 'redacting' },
    reason: string,
    alsoIn: readonly string[],
  ): Promise<void> {
    setState({ ...found, is: 'redacting', problem: null })
    const answer = await askServer<RedactionReport>('POST', address, { ...found.wish, reason, alsoIn })
    // Everything that this page shows may hold the words.
    if (answer.is === 'done') location.reload()
    else setState({ ...found, is: 'found', problem: answer.problem })
  }

  return (
    <PageDialog title={say('Redact words')} width="narrow" close={close}>
      {state.is === 'looking' && (
        <Dialog.Description role="status">{say('Looking where these words stand…')}</Dialog.Description>
      )}
      {state.is === 'asking' && (
        <WordsToRedact problem={state.problem} find={(words) => look({ revision: wish.revision, words })} />
      )}
      {(state.is === 'found' || state.is === 'redacting') && (
        <ConfirmRedaction
          report={state.report}
          problem={state.problem}
          isBusy={state.is === 'redacting'}
          confirm={(reason, alsoIn) => state.is === 'found' && redact(state, reason, alsoIn)}
          close={close}
        />
      )}
    </PageDialog>
  )
}
