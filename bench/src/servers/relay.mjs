import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

// The floor: whatever one socket says, each other socket of the same address gets, in a write of its own. It knows no text.
const rooms = new Map()
const server = createServer((_, response) => response.end('okay'))
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
const SYNCED = Buffer.from([0, 1, 2, 0, 0])

sockets.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set()
  rooms.set(request.url, room.add(socket))
  socket.on('close', () => room.delete(socket))
  socket.on('message', (message) => {
    if (message[0] === 0 && message[1] === 0) socket.send(SYNCED)
    else for (const other of room) if (other !== socket) other.send(message)
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')
