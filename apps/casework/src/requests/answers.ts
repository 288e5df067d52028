import { type ActName, type Child, flow } from '@front-door/case-flow'
import type { Apart } from '../forms/act-form.js'

/** How an agency may answer a request, and what that is called where the agency itself does it. */
export const answers: Partial<Record<ActName, Omit<Apart, 'answers'>>> = {
  'receive-information': { title: 'Answer the request', labels: { reply: 'What you know' } },
  'information-not-received': {
    title: 'Say that you will not answer',
    labels: { reason: 'Why there will be no answer' },
  },
}

/** The answers that a request at this stage may still have. */
export function answersTo({ stage }: Pick<Child['requests'][number], 'stage'>): readonly ActName[] {
  return (Object.keys(answers) as ActName[]).filter((act) => flow[act].on?.request?.includes(stage))
}
