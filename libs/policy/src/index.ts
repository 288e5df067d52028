export { defaultPolicy } from './default-policy.js'
export {
  type Policy,
  type Role,
  type Timescale,
  type TimescaleId,
  addVersions,
  agencyOf,
  mayDo,
  policyOn,
  roles,
  timescaleIds,
} from './policy.js'
