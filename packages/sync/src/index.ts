export { authorshipOf, rebuildAuthorship } from './authorship/load-authorship.ts'
export * from './live-pads.ts'
export * from './ports.ts'
