import type { DevicePass } from '@forumpad/api'
import { useEffect, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { type Answer, askServer } from '../../ui/ask-server.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import styles from './device-link.module.css'

/** A link that works once: point the phone at it, and go on there under the same name. */
export function DeviceLink({ pad }: { pad: string }) {
  const { say } = useWords()
  const [answer, setAnswer] = useState<Answer<DevicePass> | null>(null)
  useEffect(() => {
    let isShown = true
    void askServer<DevicePass>('POST', `/api/v1/me/devices?pad=${encodeURIComponent(pad)}`).then((answer) => {
      if (isShown) setAnswer(answer)
    })
    return () => {
      isShown = false
    }
  }, [pad])
  if (answer === null) return null
  if (answer.is === 'problem') return <p role="alert">{say(answer.problem)}</p>
  return (
    <section className={styles.link} aria-label={say('Link to your other device')}>
      <QrCode text={answer.body.url} label={say('QR code of the link to your other device')} />
      <p role="status">
        {say('Open it on your other device within ten minutes. It works once, and makes that device you.')}
      </p>
      <CopyField text={answer.body.url} label={say('Address for your other device')} />
    </section>
  )
}
