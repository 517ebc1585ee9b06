import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT, TELECOM_PAD } from '../harness/sample-event.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use the pages, ${colorScheme}`, async ({ server, visitor }) => {
    const ada = await visitor({ colorScheme, reducedMotion: 'reduce' })
    for (const path of ['/', `/e/${SAMPLE_EVENT}`, `/p/${TELECOM_PAD}`, '/p/no-such-pad-here']) {
      await ada.page.goto(`${server.url}${path}`)
      if (path.includes('telecom')) await ada.canWrite()
      const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path} ${id} ${target}`))
      expect(found).toEqual([])
    }
  })
}
