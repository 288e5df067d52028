import { roles } from '@front-door/policy'
import { isPlain, isWorkerId } from '../token/claims.js'
import { isPurpose } from './purposes.js'
import { type Read, ReadNotKept } from './reads.js'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const CODE = /^[a-z][a-z0-9-]{0,39}$/
const CHILD = /^[A-Za-z0-9]{1,20}$/
const REQUEST = /^[A-Za-z0-9._:-]{1,64}$/
const FIELD = /^[a-z][A-Za-z0-9]{0,39}$/

/** For each part of a read, whether it has its form. No form has room for a sentence or a full name. */
const forms: Readonly<Record<keyof Read, (read: Read) => boolean>> = {
  at: ({ at }) => INSTANT.test(at),
  worker: ({ worker }) => isWorkerId(worker),
  role: ({ role }) => roles.includes(role),
  team: ({ team }) => team === '' || isPlain(team),
  what: ({ what }) => CODE.test(what),
  child: ({ child }) => child === undefined || CHILD.test(child),
  purpose: ({ purpose }) => purpose === undefined || isPurpose(purpose),
  requestId: ({ requestId }) => requestId === undefined || REQUEST.test(requestId),
  search: ({ search }) => search === undefined || isSearch(search),
}

/** Throws `ReadNotKept`, naming the parts that may not be kept, and never what they hold. */
export function mustFit(read: Read): void {
  const unfit = Object.entries(forms).flatMap(([part, fits]) => (fits(read) ? [] : [part]))
  if (unfit.length > 0) throw new ReadNotKept(`It holds only ids and codes, and this is neither: ${unfit.join(', ')}.`)
}

function isSearch({ results, fields }: NonNullable<Read['search']>): boolean {
  return Number.isSafeInteger(results) && results >= 0 && fields.every((field) => FIELD.test(field))
}
