import { CSPProvider } from '@base-ui/react/csp-provider'
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { LANGUAGES } from '@forumpad/api'
import type { ReactElement } from 'react'
import { Speaking } from './languages/use-words.tsx'
import type { Words } from './languages/words.ts'
import { FirstMoment } from './ui/use-now.tsx'

type Props = { now: string; words: Words; page: ReactElement }

/** The whole interface around one page, the same on the server and in the browser. `now` is the moment the page was made for. */
export function App({ now, words, page }: Props) {
  return (
    // Base UI must not write <style> elements: the Content-Security-Policy forbids them.
    <CSPProvider disableStyleElements>
      {/* Arrow keys in its menus and sliders go the way that the page is read. */}
      <DirectionProvider direction={LANGUAGES[words.language].direction}>
        <Speaking value={words}>
          <FirstMoment value={now}>{page}</FirstMoment>
        </Speaking>
      </DirectionProvider>
    </CSPProvider>
  )
}
