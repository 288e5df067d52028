import { journeys } from './journeys.js'
import { keyboard } from './keyboard.js'

journeys('by keyboard alone, where it is always seen what has the focus', { hand: keyboard })
