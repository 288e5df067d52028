import { analyses } from './analyses.js'
import { journeys } from './journeys.js'

const how = 'in a browser that runs no scripts'

journeys(how, { script: false })
analyses(how, { script: false })
