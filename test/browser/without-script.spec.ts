import { journeys } from './journeys.js'

journeys('in a browser that runs no scripts', { script: false })
