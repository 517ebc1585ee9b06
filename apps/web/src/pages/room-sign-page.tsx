import { useWords } from '../languages/use-words.tsx'
import { RoomSign } from '../now/room-sign.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import type { PageProps } from './page-props.ts'

/** The sign of a room, over the whole screen: no bar above it. */
export function RoomSignPage({ data }: PageProps<'room-sign'>) {
  const { say } = useWords()
  const label = say('QR code: the notes of the session that is on in {room}', { room: data.room.room })
  return <RoomSign data={data} code={<QrCode text={data.url} label={label} />} />
}
