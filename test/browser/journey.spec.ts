import { journeys } from './journeys.js'

journeys('by mouse, where every page is looked through for what people with disabilities could not use', { axe: true })
