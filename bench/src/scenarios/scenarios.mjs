import { crowd } from './crowd.mjs'

export const SCENARIOS = [crowd(50), crowd(200), crowd(500), crowd(1000)]
