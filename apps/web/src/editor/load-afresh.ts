import { CLOSE } from '@forumpad/api'
import type { PadConnection } from './pad-connection.ts'

const LEFT = 'forumpad.left/'

/**
 * Loads the page anew once its pad was begun anew, as when words were redacted: nobody shall go on reading them. Whoever has words that were
 * not taken is given these first, and loads the page then.
 */
export function loadAfreshWhenRenewed(connection: PadConnection): () => void {
  const { pad, epoch } = connection.copyId
  let isLoading = false
  return connection.subscribe(async () => {
    const { refused } = connection.state()
    if (isLoading || refused?.code !== CLOSE.clientTooOld || refused.lines.length > 0) return
    isLoading = true
    // Should the browser show the same old page again, a person decides.
    if (sessionStorage.getItem(LEFT + pad) === String(epoch)) return
    sessionStorage.setItem(LEFT + pad, String(epoch))
    await connection.forgetCopy()
    location.reload()
  })
}
