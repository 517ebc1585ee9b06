export { createMemoryPadStore, type LoggedRevision, type MemoryPadStore } from './memory-pad-store.ts'
export { padStoreContract, type StoreUnderTest } from './pad-store-contract.ts'
