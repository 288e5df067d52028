export * from './form/index.js'
export * from './shell/index.js'
export * from './components/index.js'
