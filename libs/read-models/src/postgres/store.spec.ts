import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Kysely } from 'kysely'
import pg from 'pg'
import { trailCarriedOver } from '../../testing/carried-over.js'
import { contract } from '../../testing/contract.js'
import { type Postgres, startPostgres } from '../../testing/postgres.js'
import { openRowsOnPostgres } from '../index.js'
import type { Tables } from '../tables.js'
import { RowsDialect, numbers } from './dialect.js'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.close())

describe('the rows in a PostgreSQL database', () => {
  const ignored = () => undefined
  contract(async () => {
    const address = await postgres.database()
    return { open: () => openRowsOnPostgres(address, ignored), drop: async () => undefined }
  })

  it('have a trail together that stood in a row for each line, and nothing is derived again', async () => {
    const pool = new pg.Pool({ connectionString: await postgres.database(), types: numbers })
    await trailCarriedOver(new Kysely<Tables>({ dialect: new RowsDialect({ pool }) }))
  })

  it('answer again after every connection was lost, and tell of the loss', async () => {
    const lost: Error[] = []
    const store = await openRowsOnPostgres(await postgres.database(), (error) => lost.push(error))
    await store.replace('rows', 4, [])
    await postgres.cutConnections()
    while (lost.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await store.checkpoint('rows')).toBe(4)
    await store.close()
  })
})
