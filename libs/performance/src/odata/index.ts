export { type ODataAnswer, odata } from './odata.js'
