import type { RowStore } from '@front-door/read-models'
import { entitySets } from './entity-sets.js'
import { ODataError, errorBody } from './errors.js'
import { metadata, serviceDocument } from './metadata.js'
import { countOf, pageOf } from './read.js'

export interface ODataAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Rows in one page at most. A client may want fewer. */
const AT_ONCE = 5000

/**
 * A read-only OData 4.0 feed of the rows that figures are counted from, which Excel and Power BI open without code.
 * `path` is what follows the feed's own address: nothing for the service document, `$metadata`, an entity set, or
 * `<set>/$count`; `query` is the query string as sent; `base` is the feed's address as the client knows it, without a slash
 * at its end. What is wrong with a request is said in OData's JSON.
 */
export async function odata(
  db: RowStore['db'],
  path: string,
  query: string,
  base: string,
  atOnce = AT_ONCE,
): Promise<ODataAnswer> {
  try {
    const most = Math.min(Math.max(atOnce, 1), AT_ONCE)
    return await answer(db, path.replaceAll(/^\/+|\/+$/g, ''), new URLSearchParams(query), base, most)
  } catch (error) {
    if (error instanceof ODataError) return answered('application/json', errorBody(error), error.status)
    throw error
  }
}

async function answer(
  db: RowStore['db'],
  path: string,
  query: URLSearchParams,
  base: string,
  atOnce: number,
): Promise<ODataAnswer> {
  if (path === '') return answered(JSON_MINIMAL, serviceDocument(base))
  if (path === '$metadata') return answered('application/xml', metadata())
  const [name = '', ...rest] = path.split('/')
  const set = entitySets.find((each) => each.name === name)
  if (!set) throw new ODataError(404, `There is no entity set “${name}”. The service document lists those there are.`)
  if (rest.length === 0) return answered(JSON_MINIMAL, await pageOf(db, set, query, base, atOnce))
  if (rest.join('/') === '$count') return answered('text/plain', String(await countOf(db, set, query)))
  throw new ODataError(501, `Only ${set.name} and ${set.name}/$count can be read.`)
}

const JSON_MINIMAL = 'application/json;odata.metadata=minimal'

function answered(type: string, body: string, status = 200): ODataAnswer {
  return { status, headers: { 'content-type': `${type};charset=utf-8`, 'odata-version': '4.0' }, body }
}
