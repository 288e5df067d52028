export { type Consumer, type Following, type Lag, type OnError, type Trouble, follow, patiently } from './follow.js'
export { troubleInWords } from './trouble.js'
