import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readDockerfile } from './dockerfile.mjs'
import { requireNode } from './node-version.mjs'
import { main, ROOT, StepFailed } from './run.mjs'

// Runs the Dockerfile's own steps where there is no Docker: every stage gets an empty folder that stands for its root.
// What it cannot show is the base images and the user; both are said when the step comes.
requireNode()
await main(async () => {
  const work = mkdtempSync(join(tmpdir(), 'forumpad-image-'))
  try {
    const stages = readDockerfile(readFileSync(`${ROOT}Dockerfile`, 'utf8'))
    const built = new Map()
    for (const stage of stages) built.set(stage.name, await buildStage(stage, join(work, stage.name), built))
    await startAndCheck(built.get('last'))
    say('Every step of the image ran, the server is healthy, and it stopped when it was told to.')
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})

async function buildStage({ name, from, steps }, root, built) {
  say(`\n== ${name}, from ${from} ==`)
  mkdirSync(root, { recursive: true })
  const parent = built.get(from)
  if (parent) cpSync(parent.root, root, { recursive: true, verbatimSymlinks: true })
  else say(`(not ${from} but this machine with Node ${process.versions.node})`)
  const image = { root, env: { ...parent?.env }, folder: parent?.folder ?? '/', health: undefined, command: undefined }
  for (const step of steps) {
    say(`${step.instruction} ${step.rest}`)
    takeStep(image, step, built)
  }
  return image
}

function takeStep(image, { instruction, flags, rest }, built) {
  switch (instruction) {
    case 'WORKDIR':
      image.folder = rest
      mkdirSync(inside(image, '.'), { recursive: true })
      return
    case 'ENV':
      for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g)) image.env[name] = value
      return
    case 'COPY':
      return copy(image, rest.split(/\s+/), flags.from ? built.get(flags.from) : undefined)
    case 'RUN': {
      // Its folders lie in the stage's folder here, and its user, who owns them there, is not on this machine.
      const command = rest.replace(/ && chown \S+ \S+/, '').replaceAll(' /data', ` ${image.root}/data`)
      execFileSync('sh', ['-c', command], { cwd: inside(image, '.'), env: environment(image), stdio: 'inherit' })
      return
    }
    case 'HEALTHCHECK':
      image.health = JSON.parse(rest)
      return
    case 'CMD':
      image.command = JSON.parse(rest)
      return
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
      return
    default:
      throw new StepFailed(`The Dockerfile says ${instruction}, which this check does not know.`)
  }
}

function copy(image, words, stage) {
  const target = words.pop() ?? '.'
  for (const source of words) {
    const files = stage ? [stage.root + source] : sourceFiles(source)
    const isFolder = target.endsWith('/') || words.length > 1
    if (stage) {
      cpSync(files[0], inside(image, target), { recursive: true, verbatimSymlinks: true })
    } else {
      for (const file of files) {
        const name = file === source ? (isFolder ? posix.basename(file) : '') : posix.relative(source, file)
        cpSync(ROOT + file, inside(image, posix.join(target, name)))
      }
    }
  }
}

/** What Docker would send: what git would keep, less what .dockerignore names. */
function sourceFiles(path) {
  const ignored = readFileSync(`${ROOT}.dockerignore`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('**/'))
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', path], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const files = listed
    .split('\n')
    .filter(
      (file) =>
        file !== '' && existsSync(ROOT + file) && !ignored.some((each) => file === each || file.startsWith(`${each}/`)),
    )
  if (files.length === 0) throw new StepFailed(`The Dockerfile copies ${path}, and nothing is there.`)
  return files
}

async function startAndCheck(image) {
  const port = await freePort()
  const env = { ...environment(image), HOST: '127.0.0.1', PORT: String(port), DATA_DIR: `${image.root}/data` }
  const [command, ...args] = image.command
  say(`\n== ${image.command.join(' ')} ==`)
  const server = spawn(command, args, { cwd: inside(image, '.'), env, stdio: 'inherit' })
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)))
  try {
    await untilHealthy(image, env, ended)
  } finally {
    server.kill('SIGTERM')
  }
  const code = await ended
  if (code !== 0) throw new StepFailed(`The server ended with ${code} after SIGTERM; it should be 0.`)
}

async function untilHealthy(image, env, ended) {
  const [command, ...args] = image.health
  let over = false
  ended.then(() => (over = true))
  for (let tries = 0; tries < 40 && !over; tries += 1) {
    await wait(500)
    try {
      execFileSync(command, args, { env, stdio: 'ignore' })
      return
    } catch {
      // Not yet.
    }
  }
  throw new StepFailed('The health check of the image never succeeded.')
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Only what a fresh container would have, and what npm needs to reach its registry from here. */
function environment(image) {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|LANG|.*_proxy|.*_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/.test(name),
  )
  return { ...Object.fromEntries(kept), ...image.env }
}

function inside(image, path) {
  return join(image.root, posix.resolve(image.folder, path))
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
