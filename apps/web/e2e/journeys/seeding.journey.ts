import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT } from '../harness/sample-event.ts'
import { joinPad } from '../harness/stock-client.ts'
import { occurrences } from '../harness/visitor.ts'

test('twenty sockets at once on a fresh pad make one template, as revision 1', async ({ ownServer }) => {
  const { pads } = await freshPad(ownServer.url)
  const [pad = ''] = pads
  const before = await (await fetch(`${ownServer.url}/api/v1/pads/${pad}`)).json()
  expect(before.revision).toBe(0)

  const clients = Array.from({ length: 20 }, () => joinPad(ownServer.url, pad))
  try {
    await Promise.all(clients.map((client) => client.synced()))
    const texts = new Set(clients.map((client) => client.text()))
    expect(texts.size).toBe(1)
    const [text = ''] = texts
    const firstLine = text.split('\n')[0] ?? ''
    expect(firstLine).not.toBe('')
    expect(occurrences(`\n${text}\n`, `\n${firstLine}\n`)).toBe(1)
    const after = await (await fetch(`${ownServer.url}/api/v1/pads/${pad}`)).json()
    expect(after.revision).toBe(1)
  } finally {
    for (const client of clients) client.leaves()
  }
})

/** The pads of the sample event that nobody has opened yet. */
async function freshPad(url: string): Promise<{ pads: string[] }> {
  const sessions = await (await fetch(`${url}/api/v1/events/${SAMPLE_EVENT}/sessions`)).json()
  const fresh = sessions.filter((each: { activity: { revisions: number } }) => each.activity.revisions === 0)
  return { pads: fresh.map((each: { session: { pad: string } }) => each.session.pad) }
}
