import { parentPort, workerData } from 'node:worker_threads'
import { BadAsked, type Insight, RowsBehind } from '@front-door/performance'
import { onceUpWith } from './live.js'
import { type WhereFigures, openFigures } from './record.js'
import type { Answer, Question } from './thread.js'

/** Counts figures in a thread of its own: however much there is to count, nobody who decides waits for it. */
const { figures, signals, feed, close } = await openFigures(workerData as WhereFigures, onceUpWith)
const insight: Insight = { ...figures, ...signals, ...feed }

async function answer({ number, question }: Question): Promise<Answer> {
  try {
    return { number, given: await given(question) }
  } catch (error) {
    if (error instanceof BadAsked) return { number, wrong: error.wrong }
    if (error instanceof RowsBehind) return { number, behind: error.behind }
    return { number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function given(question: Question['question']): Promise<unknown> {
  const ask = insight[question.ask] as (...given: readonly unknown[]) => Promise<unknown>
  return ask(...question.with)
}

parentPort?.on('message', (message: Question | 'close') => {
  if (message === 'close') void close().then(() => parentPort?.close())
  else void answer(message).then((said) => parentPort?.postMessage(said))
})
