export * from './act.js'
