export { saidInOData } from './errors.js'
export { type Feed, feedIn } from './feed.js'
export { type ODataAnswer, odata } from './odata.js'
