import type { FullAgenda, FullSession } from '../out/full-session.ts'

/** A session with its pad, as tests think of it. */
export function listed(title: string, facts: Partial<FullSession> = {}): FullSession {
  return {
    title,
    key: 'one',
    guid: '6f2c1f0e-8b1d-4c39-9f0e-2f6a5f8a1c11',
    start: '2017-05-10T18:40:00Z',
    end: '2017-05-10T19:20:00Z',
    room: 'Hynes 102',
    track: 'Forum',
    people: ['Ada'],
    state: 'confirmed',
    description: null,
    source: null,
    url: 'https://pads.example.org/p/one',
    short: 'https://pads.example.org/s/ACDEF',
    words: 0,
    frozen: false,
    ...facts,
  }
}

export function agendaOf(...sessions: FullSession[]): FullAgenda {
  return {
    title: 'Boston Forum',
    slug: 'bos',
    timeZone: 'America/New_York',
    url: 'https://pads.example.org/e/bos',
    stamp: Date.UTC(2017, 4, 1),
    sessions,
  }
}

/** A title that tries to break out of every format. */
export const HOSTILE = [
  '=cmd|\'/c calc\'!A1, "quoted"; | a || b [x](javascript:alert(1)) [[Category:Evil]] {{Delete}} ~~~~ __NOTOC__',
  "<script>alert(1)</script></nowiki><!-- --> ]]> &amp; `code` *b* _i_ '''bold''' \\n \\, END:VEVENT",
  'END:VEVENT\r\n|}\r\n| new | row',
].join('\n')
