import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use the pages, ${colorScheme}`, async ({ server, visitor }) => {
    const ada = await visitor({ colorScheme, reducedMotion: 'reduce' })
    const home = await (await fetch(server.url)).text()
    const event = /href="(\/e\/[^"]+)"/.exec(home)?.[1]
    expect(event).toBeDefined()

    for (const path of ['/', event, '/p/BOS-ops-telecom-nfv', '/p/no-such-pad-here']) {
      await ada.page.goto(`${server.url}${path}`)
      if (path?.includes('telecom')) await ada.canWrite()
      const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path} ${id} ${target}`))
      expect(found).toEqual([])
    }
  })
}
