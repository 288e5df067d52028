export * from './child.js'
export * from './find.js'
export type { Evolves } from './evolves.js'
