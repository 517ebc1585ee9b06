/** Ends the program with one sentence when this Node is too old to run it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(
    `Forumpad needs Node 20.19 or newer, and this is Node ${process.versions.node}: get a newer one from https://nodejs.org and start again.\n`,
  )
  process.exit(1)
}
