import { analyses } from './analyses.js'
import { journeys } from './journeys.js'
import { keyboard } from './keyboard.js'

const how = 'by keyboard alone, where it is always seen what has the focus'

journeys(how, { hand: keyboard })
analyses(how, { hand: keyboard })
