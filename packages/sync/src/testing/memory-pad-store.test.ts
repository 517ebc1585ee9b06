import { createMemoryPadStore } from './memory-pad-store.ts'
import { padStoreContract } from './pad-store-contract.ts'

padStoreContract('Memory', async () => {
  const store = createMemoryPadStore()
  return {
    store,
    addPad: async (name) => store.addPad(name),
    raiseEpoch: async (name) => store.raiseEpoch(name),
    reopen: async () => store,
    close: async () => {},
  }
})
