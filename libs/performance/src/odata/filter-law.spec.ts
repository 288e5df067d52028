import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RowStore } from '@front-door/read-models'
import fc from 'fast-check'
import { decided, storeOf } from '../../testing/rows.js'
import { odata } from './index.js'

const outcomes = [null, '', 'a', 'A', 'ab', "b'a", 'é%', '_'] as const
let store: RowStore

beforeAll(async () => {
  store = await storeOf({})
  await decided(store, ...outcomes.map((outcome, index) => ({ child: 'A1', outcome, item: `${index % 3}` })))
})
afterAll(() => store.close())

type Row = Readonly<{ Outcome: string | null; Item: string }>
/** A filter as written, and what it means. */
type Meaning = readonly [written: string, holds: (row: Row) => boolean]

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const text = fc.constantFrom(...outcomes.filter((outcome) => outcome !== null))
const property = fc.constantFrom('Outcome' as const, 'Item' as const)

const compared = fc
  .tuple(property, fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), fc.option(text))
  .map(([name, operator, value]): Meaning => {
    const written = `${name} ${operator} ${value === null ? 'null' : quoted(value)}`
    return [written, (row) => holds(row[name], operator, value)]
  })

function holds(left: string | null, operator: string, right: string | null): boolean {
  if (operator === 'eq') return left === right
  if (operator === 'ne') return left !== right
  if (left === null || right === null) return false
  return { gt: left > right, ge: left >= right, lt: left < right, le: left <= right }[operator] ?? false
}

const tested = fc
  .tuple(property, fc.constantFrom('contains', 'startswith', 'endswith'), text)
  .map(([name, test, value]): Meaning => {
    const tests: Readonly<Record<string, (of: string) => boolean>> = {
      contains: (of) => of.includes(value),
      startswith: (of) => of.startsWith(value),
      endswith: (of) => of.endsWith(value),
    }
    return [`${test}(${name},${quoted(value)})`, (row) => row[name] !== null && (tests[test]?.(row[name]) ?? false)]
  })

const { filter } = fc.letrec<{ filter: Meaning }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    compared,
    tested,
    fc
      .tuple(tie('filter'), tie('filter'))
      .map(([[a, isA], [b, isB]]): Meaning => [`(${a}) and (${b})`, (row) => isA(row) && isB(row)]),
    fc
      .tuple(tie('filter'), tie('filter'))
      .map(([[a, isA], [b, isB]]): Meaning => [`(${a} or ${b})`, (row) => isA(row) || isB(row)]),
    tie('filter').map(([a, isA]): Meaning => [`not (${a})`, (row) => !isA(row)]),
  ),
}))

describe('a filter of the feed', () => {
  it('gives the rows it is true of, and no others, however it is put together', async () => {
    const asked = async (options: string) => {
      const { body } = await odata(store.db, 'Decisions', `$select=Event,Outcome,Item${options}`, 'x')
      return (JSON.parse(body) as { value: Row[] }).value
    }
    const all = await asked('')
    expect(all).toHaveLength(outcomes.length)
    await fc.assert(
      fc.asyncProperty(filter, async ([written, holdsOf]) => {
        expect(await asked(`&$filter=${encodeURIComponent(written)}`)).toEqual(all.filter(holdsOf))
      }),
      { numRuns: 500 },
    )
  })
})
