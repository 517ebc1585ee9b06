import type { PageData } from '@forumpad/api'

/** The document's title: the thing first, the product last. */
export function titleOf(data: PageData): string {
  switch (data.page) {
    case 'home':
      return 'Forumpad'
    case 'agenda':
      return `${data.event.title} · Forumpad`
    case 'manage':
      return `Desk · ${data.event.title} · Forumpad`
    case 'pad':
      return `${data.facts?.session.title ?? data.pad.title} · Forumpad`
    case 'no-such-pad':
      return `No pad “${data.name}” · Forumpad`
    case 'offline':
      return 'Offline · Forumpad'
    case 'error':
      return `${data.title} · Forumpad`
  }
}
