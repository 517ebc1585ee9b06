import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { calendar, event } from '../testing/calendar.ts'

const read = (text: string) => parseAgenda(text, 'UTC')
const one = (lines: Record<string, string>) => read(calendar(event(lines))).sessions[0]

describe('what an event says', () => {
  test('everything that a session shows', () => {
    expect(
      one({
        UID: 'fog-1@example.org',
        SUMMARY: 'Fog\\, edge\\; and more',
        DTEND: '20170508T140000Z',
        LOCATION: 'Hynes 102',
        CATEGORIES: 'Forum,BoF',
        URL: 'https://example.org/agenda/fog?day=1,2',
        DESCRIPTION: 'First line\\nSecond line\\\\end',
        STATUS: 'TENTATIVE',
        'ATTENDEE;CN="Chair, the";ROLE=CHAIR': 'mailto:chair@example.org',
        'X-FORUMPAD-PAD': 'BOS-Fog',
        'X-FORUMPAD-SAMPLE-TIME': 'TRUE',
      }),
    ).toEqual({
      entry: 0,
      key: 'fog-1@example.org',
      title: 'Fog, edge; and more',
      description: 'First line\nSecond line\\end',
      start: '2017-05-08T13:00:00Z',
      end: '2017-05-08T14:00:00Z',
      sampleTime: true,
      room: 'Hynes 102',
      track: 'Forum, BoF',
      people: ['Chair, the'],
      url: 'https://example.org/agenda/fog?day=1,2',
      state: 'tentative',
      padName: 'BOS-Fog',
    })
  })

  test('folded lines are joined, with CRLF and with bare LF, and inside a word', () => {
    const folded = calendar(event({ SUMMARY: 'A long ti\r\n tle that is fol\r\n\tded' }))
    for (const text of [folded, folded.replaceAll('\r\n', '\n')]) {
      expect(read(text).sessions[0]?.title).toBe('A long title that is folded')
    }
  })

  test('a description whose line breaks were never escaped stays whole', () => {
    const text = calendar(
      event({ DESCRIPTION: 'First paragraph\r\n\r\nsecond, not escaped\r\n* third', LOCATION: 'Hall' }),
    )
    expect(read(text)).toMatchObject({
      sessions: [{ description: 'First paragraph\nsecond, not escaped\n* third', room: 'Hall' }],
      problems: [],
    })
  })

  test('an alarm inside an event is not the event', () => {
    const alarm = ['BEGIN:VALARM', 'DESCRIPTION:Wake up', 'SUMMARY:Alarm', 'END:VALARM']
    const [begin = '', ...rest] = event({ DESCRIPTION: 'Real' })
    expect(read(calendar([begin, ...alarm, ...rest])).sessions[0]).toMatchObject({
      title: 'Keynote',
      description: 'Real',
    })
  })

  test('HTML becomes plain text, and scripts do not even become that', () => {
    const html = '<p>Tom &amp\\; Ada</p><ul><li>one<li>two</ul><script>alert(1)</script><b>bold</b><br>next'
    expect(one({ DESCRIPTION: html, SUMMARY: '<b>Fog</b> &amp\\; edge' })).toMatchObject({
      title: 'Fog & edge',
      description: 'Tom & Ada\n\n- one\n- two\n\nbold\nnext',
    })
  })

  test('text that only looks a little like HTML is left alone', () => {
    expect(one({ DESCRIPTION: 'if a < b and c > d then AT&T' })?.description).toBe('if a < b and c > d then AT&T')
  })

  test('only a web address becomes a link', () => {
    expect(one({ URL: 'javascript:alert(1)' })?.url).toBeNull()
    expect(one({ URL: '/agenda/1' })?.url).toBeNull()
    expect(one({ LOCATION: 'https://video.example.org/room' })?.room).toBeNull()
  })

  test('an event without a title is left out and named; the others stay', () => {
    const { sessions, problems } = read(calendar(event({ SUMMARY: ' ' }), event({ UID: 'two' })))
    expect(sessions).toHaveLength(1)
    expect(problems).toEqual(['Line 3: this event has no title (SUMMARY); it was left out.'])
  })

  test('a title of a megabyte does not fill the agenda', () => {
    expect(one({ SUMMARY: 'x'.repeat(1_000_000) })?.title).toHaveLength(500)
  })

  test('a cancelled event is cancelled; so is every event of a feed that cancels', () => {
    expect(one({ STATUS: 'CANCELLED' })?.state).toBe('cancelled')
    expect(read(calendar('METHOD:CANCEL', event())).sessions[0]?.state).toBe('cancelled')
  })
})

describe('who speaks', () => {
  test('the organiser, when events have different ones', () => {
    const by = (uid: string, name: string) => event({ UID: uid, [`ORGANIZER;CN=${name}`]: 'mailto:x@example.org' })
    expect(
      read(calendar(by('1', 'Ada'), by('2', 'Grace'), by('3', 'Ada'))).sessions.map(({ people }) => people),
    ).toEqual([['Ada'], ['Grace'], ['Ada']])
    expect(
      read(calendar(by('1', 'Conf'), by('2', 'Conf'), by('3', 'Conf'))).sessions.map(({ people }) => people),
    ).toEqual([[], [], []])
  })

  test('a line of names in the description, and no line that is a sentence', () => {
    expect(one({ DESCRIPTION: 'About it.\\nSpeakers: Ada Lovelace\\, Grace Hopper and Łukasz L.' })?.people).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
      'Łukasz L.',
    ])
    expect(one({ DESCRIPTION: 'Speakers: will be announced on the day' })?.people).toEqual([])
  })

  test('an e-mail address is nobody\u2019s name', () => {
    expect(one({ 'ATTENDEE;CN=ada@example.org': 'mailto:ada@example.org' })?.people).toEqual([])
  })
})

describe('which pad the feed names', () => {
  test.each([
    [{ DESCRIPTION: 'Notes: https://etherpad.example.org/p/BOS-ops-telecom-nfv.' }, 'BOS-ops-telecom-nfv'],
    [{ ATTACH: 'https://etherpad.example.org/p/caf%C3%A9' }, 'café'],
    [{ DESCRIPTION: '<a href="https://etherpad.example.org/p/one">one</a> https://etherpad.example.org/p/two' }, 'two'],
    [{ DESCRIPTION: 'https://example.org/p/other' }, null],
    [{}, null],
  ])('%j', (lines, name) => {
    expect(one(lines)?.padName).toBe(name)
  })
})
