import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const config = (env: Record<string, string>, ...argv: string[]) => readConfig(env, argv, '/srv/forumpad')

describe('Without any setting', () => {
  it('listens on this machine only and keeps its data beside itself', () => {
    expect(config({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      dataDir: '/srv/forumpad/data',
      organiserKey: undefined,
      padCreation: 'anyone',
      trustProxy: false,
      logLevel: 'info',
      agendas: [],
      archives: [],
      dev: false,
    })
  })

  it('takes an empty variable as unset', () => {
    expect(config({ PORT: '', PUBLIC_URL: '', TRUST_PROXY: '' })).toEqual(config({}))
  })
})

describe('Good values', () => {
  it('are taken', () => {
    expect(
      config({
        HOST: '::',
        PORT: '8080',
        PUBLIC_URL: 'https://pads.example.org/',
        DATA_DIR: '/var/lib/forumpad',
        ORGANISER_KEY: 'correct-horse-battery',
        PAD_CREATION: 'organisers',
        LOG_LEVEL: 'warn',
      }),
    ).toMatchObject({
      host: '::',
      port: 8080,
      publicUrl: 'https://pads.example.org',
      dataDir: '/var/lib/forumpad',
      organiserKey: 'correct-horse-battery',
      padCreation: 'organisers',
      logLevel: 'warn',
    })
  })

  it.each([
    ['true', true],
    ['false', false],
    ['2', 2],
    ['127.0.0.1, 10.0.0.0/8', ['127.0.0.1', '10.0.0.0/8']],
    ['::1', ['::1']],
  ])('TRUST_PROXY=%s', (value, trusted) => {
    expect(config({ TRUST_PROXY: value }).trustProxy).toEqual(trusted)
  })
})

describe('Agendas on the command line', () => {
  it('are addresses, or files seen from where npm was called', () => {
    const { agendas, dev } = config(
      { INIT_CWD: '/home/ada' },
      '--agenda',
      'feed.ics',
      '--dev',
      '--agenda=https://example.org/agenda.ics',
      '--agenda',
      '/tmp/other.ics',
      '--agenda=webcal://example.org/feed',
    )
    expect(agendas).toEqual([
      '/home/ada/feed.ics',
      'https://example.org/agenda.ics',
      '/tmp/other.ics',
      'webcal://example.org/feed',
    ])
    expect(dev).toBe(true)
  })
})

describe('Archives on the command line', () => {
  it('are files seen from where npm was called', () => {
    const { archives } = config({ INIT_CWD: '/home/ada' }, '--archive', 'forum.zip', '--archive=/tmp/other.zip')
    expect(archives).toEqual(['/home/ada/forum.zip', '/tmp/other.zip'])
  })
})

describe('An unusable value stops the start with one sentence', () => {
  it.each([
    [{ PORT: 'eighty' }, 'PORT=eighty is not a port from 0 to 65535; a good value is PORT=3000.'],
    [{ PORT: '70000' }, /^PORT=70000 .* PORT=3000\.$/],
    [
      { PUBLIC_URL: 'pads.example.org' },
      /^PUBLIC_URL=pads\.example\.org .* PUBLIC_URL=https:\/\/pads\.example\.org\.$/,
    ],
    [{ PUBLIC_URL: 'https://example.org/pads' }, /without a path/],
    [{ ORGANISER_KEY: 'short' }, /^ORGANISER_KEY must have 16 to 200/],
    [{ PAD_CREATION: 'nobody' }, /^PAD_CREATION=nobody is none of anyone, signed-in, organisers/],
    [{ TRUST_PROXY: 'nginx' }, /^TRUST_PROXY=nginx .* TRUST_PROXY=127\.0\.0\.1\.$/],
    [{ TRUST_PROXY: '10.0.0.0/40' }, /^TRUST_PROXY=/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL=loud is none of/],
    [{ DATABASE_URL: 'postgres://db/pads' }, /^DATABASE_URL cannot be used yet: .* SQLite only/],
  ])('%o', (env, sentence) => {
    expect(() => config(env as Record<string, string>)).toThrow(sentence)
  })

  it('and so does an unknown option, or an agenda or archive that is not named', () => {
    expect(() => config({}, '--verbose')).toThrow('--verbose is not an option')
    expect(() => config({}, '--agenda')).toThrow('--agenda needs a file or an address')
    expect(() => config({}, '--agenda', '--dev')).toThrow('--agenda needs a file or an address')
    expect(() => config({}, '--archive')).toThrow('--archive needs a file on this machine')
    expect(() => config({}, '--archive=https://example.org/a.zip')).toThrow('--archive needs a file')
  })
})
