export { Implausible } from './family/performing.js'
export { type Simulation, simulate } from './simulate.js'
export { type SimulationProgress, type SimulationSummary, together } from './summary.js'
