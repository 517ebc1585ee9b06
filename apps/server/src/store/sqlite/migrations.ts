import type { Migration } from 'kysely'
import * as pads from './migrations/0001-pads.ts'
import * as agenda from './migrations/0002-agenda.ts'
import * as authorship from './migrations/0003-authorship.ts'
import * as importHistory from './migrations/0004-import-history.ts'
import * as noChangedAtIndex from './migrations/0005-no-changed-at-index.ts'
import * as roles from './migrations/0007-roles.ts'
import * as chatAndRoom from './migrations/0008-chat-and-room.ts'
import * as images from './migrations/0009-images.ts'
import * as history from './migrations/0010-history.ts'
import * as seenTexts from './migrations/0011-seen-texts.ts'
import * as textSearch from './migrations/0012-text-search.ts'
import * as comments from './migrations/0013-comments.ts'
import * as outcomes from './migrations/0014-outcomes.ts'
import * as minutes from './migrations/0015-minutes.ts'
import * as keptFeeds from './migrations/0016-kept-feeds.ts'
import * as now from './migrations/0017-now.ts'
import * as devicePasses from './migrations/0018-device-passes.ts'
import * as audit from './migrations/0019-audit.ts'
import * as series from './migrations/0022-series.ts'
import * as templates from './migrations/0023-templates.ts'
import * as redaction from './migrations/0024-redaction.ts'
import * as locks from './migrations/0025-locks.ts'
import * as authorsShown from './migrations/0026-authors-shown.ts'
import * as heldLinks from './migrations/0027-held-links.ts'
import * as keyframeBases from './migrations/0030-keyframe-bases.ts'

/** Every change of the tables, in order. A released migration never changes again; a new one goes at the end. */
export const migrations: Record<string, Migration> = {
  '0001-pads': pads,
  '0002-agenda': agenda,
  '0003-authorship': authorship,
  '0004-import-history': importHistory,
  '0005-no-changed-at-index': noChangedAtIndex,
  '0007-roles': roles,
  '0008-chat-and-room': chatAndRoom,
  '0009-images': images,
  '0010-history': history,
  '0011-seen-texts': seenTexts,
  '0012-text-search': textSearch,
  '0013-comments': comments,
  '0014-outcomes': outcomes,
  '0015-minutes': minutes,
  '0016-kept-feeds': keptFeeds,
  '0017-now': now,
  '0018-device-passes': devicePasses,
  '0019-audit': audit,
  '0022-series': series,
  '0023-templates': templates,
  '0024-redaction': redaction,
  '0025-locks': locks,
  '0026-authors-shown': authorsShown,
  '0027-held-links': heldLinks,
  '0030-keyframe-bases': keyframeBases,
}
