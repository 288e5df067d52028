export { type Consumer, type Following, type Lag, type Trouble, follow } from './follow.js'
export { isTold, patiently } from './patience.js'
export { troubleInWords } from './trouble.js'
