import { AtSign, CalendarClock, CalendarSearch, Clock, ImagePlus, Minus } from 'lucide-react'
import { sentence } from '../../languages/sentence.ts'
import { ENGLISH } from '../../languages/words.ts'
import { clock, dayName, wallTime, zoneName } from '../../ui/event-times.ts'
import { chooseImages } from '../images/image-arrivals.ts'
import { openOffers, openSessions } from '../mentions/open-offers.ts'
import type { Action } from './action.ts'
import { padZone } from './pad-zone.ts'

/** What can be put into the text. */
export const INSERT_ACTIONS = {
  rule: {
    id: 'rule',
    name: sentence('Divider'),
    icon: Minus,
    alias: 'rule line hr',
    run: (editor) => editor.commands.insertRule(),
  },
  image: {
    id: 'image',
    name: sentence('Image'),
    icon: ImagePlus,
    alias: 'picture photo screenshot file upload',
    run: chooseImages,
  },
  time: {
    id: 'time',
    name: sentence('Time'),
    icon: Clock,
    keys: ['Mod-;'],
    alias: 'clock now stamp',
    run: (editor) => writes(editor, `${clock(Date.now(), padZone(editor))} `),
  },
  date: {
    id: 'date',
    name: sentence('Date and time'),
    icon: CalendarClock,
    keys: ['Mod-Alt-;'],
    alias: 'day today stamp',
    run: (editor) => writes(editor, `${dateAndTime(Date.now(), padZone(editor))} `),
  },
  person: {
    id: 'person',
    name: sentence('Name a person'),
    icon: AtSign,
    alias: 'mention at people',
    run: (editor) => openOffers(editor, 'person'),
  },
  session: {
    id: 'session',
    name: sentence('Session of this event'),
    icon: CalendarSearch,
    alias: 'mention link pad other',
    run: openSessions,
  },
} satisfies Record<string, Action>

/** `Wed 10 May 14:40 EDT`: text of the pad, which speaks no other language to whoever asks for one. */
function dateAndTime(now: number, zone: string): string {
  return `${dayName(wallTime(now, zone).date, ENGLISH)} ${clock(now, zone)} ${zoneName(now, zone, ENGLISH)}`
}

const writes = (editor: Parameters<Action['run']>[0], words: string): boolean =>
  editor.commands.command(({ tr, dispatch }) => {
    dispatch?.(tr.insertText(words).scrollIntoView())
    return true
  })
