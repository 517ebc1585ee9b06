import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { StartFailure } from './start-failure.ts'

const PAD_CREATION = ['anyone', 'signed-in', 'organisers'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Who may make free-standing pads. */
export type PadCreation = (typeof PAD_CREATION)[number]

/** Whose word about the client's address counts: nobody's, everybody's, that of so many hops, or that of these addresses. */
export type TrustProxy = boolean | number | string[]

export type Config = {
  host: string
  port: number
  /** The origin in links, or undefined to take it from each request. */
  publicUrl: string | undefined
  dataDir: string
  /** Undefined: the one kept in the data folder. */
  organiserKey: string | undefined
  padCreation: PadCreation
  trustProxy: TrustProxy
  logLevel: (typeof LOG_LEVELS)[number]
  /** Agendas to import at start: web addresses or absolute paths. */
  agendas: string[]
  /** Archives of events to bring at start: absolute paths. */
  archives: string[]
  dev: boolean
}

/** The configuration that this process was started with. */
export function configOfProcess(): Config {
  return readConfig(process.env, process.argv.slice(2), process.cwd())
}

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration, from the environment and the command line. Throws a StartFailure that names what cannot be used. */
export function readConfig(env: Environment, argv: readonly string[], cwd: string): Config {
  refuseWhatIsNotThereYet(env)
  return {
    host: env.HOST || '127.0.0.1',
    port: port(env.PORT),
    publicUrl: publicUrl(env.PUBLIC_URL),
    dataDir: resolve(cwd, env.DATA_DIR || 'data'),
    organiserKey: organiserKey(env.ORGANISER_KEY),
    padCreation: oneOf('PAD_CREATION', env.PAD_CREATION, PAD_CREATION, 'anyone'),
    trustProxy: trustProxy(env.TRUST_PROXY),
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL, LOG_LEVELS, 'info'),
    ...commandLine(argv, env.INIT_CWD || cwd),
  }
}

function refuseWhatIsNotThereYet(env: Environment): void {
  if (env.DATABASE_URL) {
    throw new StartFailure(
      'DATABASE_URL cannot be used yet: this version keeps its pads in SQLite only; unset it, and set DATA_DIR, for example DATA_DIR=./data.',
    )
  }
}

function port(value: string | undefined): number {
  if (!value) return 3000
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= 65_535) return number
  throw new StartFailure(`PORT=${value} is not a port from 0 to 65535; a good value is PORT=3000.`)
}

function publicUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) {
    return url.origin
  }
  throw new StartFailure(
    `PUBLIC_URL=${value} is not the http or https address of a host without a path; a good value is PUBLIC_URL=https://pads.example.org.`,
  )
}

function organiserKey(value: string | undefined): string | undefined {
  if (!value) return undefined
  if (/^[\w.~+/=-]{16,200}$/.test(value)) return value
  throw new StartFailure(
    'ORGANISER_KEY must have 16 to 200 letters, digits or - . _ ~ + / =; make a good one with `openssl rand -hex 24`.',
  )
}

function trustProxy(value: string | undefined): TrustProxy {
  if (!value || value === 'false') return false
  if (value === 'true') return true
  if (/^\d{1,2}$/.test(value)) return Number(value)
  const addresses = value.split(',').map((address) => address.trim())
  if (addresses.every(isAddressOrRange)) return addresses
  throw new StartFailure(
    `TRUST_PROXY=${value} is neither true, false, a number of proxies nor a list of their addresses; a good value is TRUST_PROXY=127.0.0.1.`,
  )
}

function isAddressOrRange(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  if (isIP(address) === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
}

function oneOf<Value extends string>(
  name: string,
  value: string | undefined,
  values: readonly Value[],
  otherwise: Value,
): Value {
  if (!value) return otherwise
  const known = values.find((candidate) => candidate === value)
  if (known) return known
  throw new StartFailure(`${name}=${value} is none of ${values.join(', ')}; a good value is ${name}=${otherwise}.`)
}

function commandLine(argv: readonly string[], base: string): Pick<Config, 'agendas' | 'archives' | 'dev'> {
  const agendas: string[] = []
  const archives: string[] = []
  let dev = false
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [, option, given] = /^--(agenda|archive)(?:=(.*))?$/s.exec(word) ?? []
    if (word === '--dev') dev = true
    else if (option === 'agenda') agendas.push(agendaSource(given ?? words.shift(), base))
    else if (option === 'archive') archives.push(archiveFile(given ?? words.shift(), base))
    else throw new StartFailure(`${word} is not an option; there are --agenda FILE_OR_URL, --archive FILE and --dev.`)
  }
  return { agendas, archives, dev }
}

function agendaSource(value: string | undefined, base: string): string {
  if (!value || value.startsWith('--')) {
    throw new StartFailure('--agenda needs a file or an address, for example --agenda https://example.org/agenda.ics.')
  }
  return /^(https?|webcal):\/\//i.test(value) ? value : resolve(base, value)
}

function archiveFile(value: string | undefined, base: string): string {
  if (value && !/^--|^[a-z]+:\/\//i.test(value)) return resolve(base, value)
  throw new StartFailure('--archive needs a file on this machine, for example --archive forum.zip.')
}
