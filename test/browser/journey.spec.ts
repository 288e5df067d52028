import { analyses } from './analyses.js'
import { journeys } from './journeys.js'

const how = 'by mouse, where every page is looked through for what people with disabilities could not use'

journeys(how, { axe: true })
analyses(how, { axe: true })
