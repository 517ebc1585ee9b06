import { SCENARIOS } from './scenarios/scenarios.mjs'
import { SERVERS } from './servers/servers.mjs'
import { startServer } from './servers/started-server.mjs'

// One measurement in a process of its own, started by run.mjs: node measure.mjs SCENARIO SERVER OPTIONS
const [scenarioName, serverName, options = '{}'] = process.argv.slice(2)
const scenario = SCENARIOS.find(({ name }) => name === scenarioName)
const server = await startServer(SERVERS[serverName])
const tell = process.send ? (message) => process.send(message) : (message) => console.log(message)
try {
  tell({ figures: await scenario.run(server, JSON.parse(options)) })
} catch (error) {
  tell({ failed: error.message })
} finally {
  await server.end()
}
process.exit(0)
