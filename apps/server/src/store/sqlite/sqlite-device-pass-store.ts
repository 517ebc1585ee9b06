import type { DevicePassStore } from '../../people/device-pass-store.ts'
import type { Database } from './open-database.ts'

export function createSqliteDevicePassStore({ kysely }: Database): DevicePassStore {
  return {
    async keep(hash, person, expiresAt) {
      await kysely.insertInto('device_pass').values({ hash, person, expires_at: expiresAt }).execute()
    },
    async look(hash, now) {
      const row = await kysely
        .selectFrom('device_pass')
        .select('person')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row?.person
    },
    async take(hash, now) {
      const taken = await kysely
        .deleteFrom('device_pass')
        .where((each) => each.or([each('hash', '=', hash), each('expires_at', '<=', now)]))
        .returning(['hash', 'person', 'expires_at'])
        .execute()
      return taken.find((row) => row.hash === hash && row.expires_at > now)?.person
    },
  }
}
