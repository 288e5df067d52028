export { type Consumer, type Following, type Lag, type OnError, follow, patiently } from './follow.js'
