import type { LivePageData } from '@forumpad/api'
import type { ReactElement } from 'react'
import { PadPage } from './pad-page.tsx'

/**
 * One page per kind of data; a kind without a page does not compile. The pad comes with the first script, since whoever opens one
 * is about to type; each other page is a file of its own, called after its kind, so that no page weighs on another.
 */
export async function pageOf(data: LivePageData): Promise<ReactElement> {
  switch (data.page) {
    case 'pad':
      return <PadPage data={data} />
    case 'projector': {
      const { ProjectorPage } = await import('./projector-page.tsx')
      return <ProjectorPage data={data} />
    }
    case 'home': {
      const { HomePage } = await import('./home-page.tsx')
      return <HomePage data={data} />
    }
    case 'new-event': {
      const { NewEventPage } = await import('./new-event-page.tsx')
      return <NewEventPage />
    }
    case 'join': {
      const { JoinPage } = await import('./join-page.tsx')
      return <JoinPage data={data} />
    }
    case 'agenda': {
      const { AgendaPage } = await import('./agenda-page.tsx')
      return <AgendaPage data={data} />
    }
    case 'manage': {
      const { ManagePage } = await import('./manage-page.tsx')
      return <ManagePage data={data} />
    }
    case 'moderation': {
      const { ModerationPage } = await import('./moderation-page.tsx')
      return <ModerationPage data={data} />
    }
    case 'imports': {
      const { ImportsPage } = await import('./imports-page.tsx')
      return <ImportsPage data={data} />
    }
    case 'templates': {
      const { TemplatesPage } = await import('./templates-page.tsx')
      return <TemplatesPage data={data} />
    }
    case 'search': {
      const { SearchPage } = await import('./search-page.tsx')
      return <SearchPage data={data} />
    }
    case 'outcomes': {
      const { OutcomesPage } = await import('./outcomes-page.tsx')
      return <OutcomesPage data={data} />
    }
    case 'report': {
      const { ReportPage } = await import('./report-page.tsx')
      return <ReportPage data={data} />
    }
    case 'series': {
      const { SeriesPage } = await import('./series-page.tsx')
      return <SeriesPage data={data} />
    }
    case 'timeslider': {
      const { TimesliderPage } = await import('./timeslider-page.tsx')
      return <TimesliderPage data={data} />
    }
    case 'now': {
      const { NowPage } = await import('./now-page.tsx')
      return <NowPage data={data} />
    }
    case 'room-sign': {
      const { RoomSignPage } = await import('./room-sign-page.tsx')
      return <RoomSignPage data={data} />
    }
    case 'my-agenda': {
      const { MyAgendaPage } = await import('./my-agenda-page.tsx')
      return <MyAgendaPage data={data} />
    }
    case 'side-by-side': {
      const { SideBySidePage } = await import('./side-by-side-page.tsx')
      return <SideBySidePage data={data} />
    }
    case 'no-such-pad': {
      const { NoSuchPadPage } = await import('./no-such-pad-page.tsx')
      return <NoSuchPadPage data={data} />
    }
    case 'offline': {
      const { OfflinePage } = await import('./offline-page.tsx')
      return <OfflinePage />
    }
    case 'error': {
      const { ErrorPage } = await import('./error-page.tsx')
      return <ErrorPage data={data} />
    }
    default:
      return data satisfies never
  }
}
