export * from './live-pads.ts'
export * from './ports.ts'
