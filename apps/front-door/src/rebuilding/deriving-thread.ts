import { parentPort, workerData } from 'node:worker_threads'
import { rowsOfRange } from '@front-door/read-models'
import { said } from '../said.js'
import { type WhereRecord, openRecord } from '../stores/record.js'
import type { RangeAsked, RangeTold } from './deriving.js'

/** Derives the rows of one range after another, in a thread of its own, on the same files as the others. */
const record = openRecord(workerData as WhereRecord)
const tell = (told: RangeTold) => parentPort?.postMessage(told)

parentPort?.on('message', (asked: RangeAsked | 'close') => {
  if (asked === 'close') void record.close().then(() => parentPort?.close())
  else
    void rowsOfRange(record, asked.range)
      .then((rows) => tell({ number: asked.number, rows }))
      .catch((error: unknown) => tell({ number: asked.number, error: said(error) }))
})
