import { type ChildEvent, type Field, type History, trailOf } from '@front-door/case-flow'
import { momentInWords } from '@front-door/calendar'
import { today, workerNames } from '@front-door/door'
import { type Entries, answerInWords, fieldsToCorrect } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import type { Parts } from '../parts.js'
import { standing } from './act-fields.js'
import type { ActForm } from './act-form.js'
import type { Compared } from './compared.js'

/** A correction before it is recorded: what stands, and what it becomes; or every entry that is taken back with it. */
export function correctionCompared(
  asked: ActForm,
  about: ChildEvent,
  { changed = {} }: Entries,
  after: History,
  parts: Parts,
): Compared {
  const back = takenBack(asked, after, parts)
  return {
    caption: 'What changes',
    head: ['Recorded', 'From now on'],
    rows: back.length > 0 ? back : changes(asked, about, changed as Entries, parts),
    warnings: [],
    answers: ['changed', 'withdrawn'],
  }
}

function changes({ known, childNamed }: ActForm, about: ChildEvent, changed: Entries, parts: Parts) {
  const before = standing(about, known)
  const { words } = policyOn(parts.agreed.policies, today(parts))
  const nameOf = { worker: workerNames(parts), child: (id: string) => childNamed?.(id)?.name ?? id }
  const inWords = (field: Field, value: unknown) => {
    if (value === undefined || value === null) return 'Nothing'
    const { kind } = field
    if (kind !== 'worker' && kind !== 'child') return answerInWords(field, value, words)
    return [value]
      .flat()
      .map((id) => nameOf[kind](String(id)))
      .join(', ')
  }
  return Object.entries(fieldsToCorrect(about.type)).flatMap(([name, field]) =>
    name in changed
      ? [{ label: field.label, left: inWords(field, before[name]), right: inWords(field, changed[name]) }]
      : [],
  )
}

/** What one act recorded is taken back together. */
function takenBack({ known: { history, open } }: ActForm, after: History, { agreed }: Parts) {
  const gone = (of: History) =>
    trailOf(of, open, agreed).filter(({ corrections }) => corrections.some(({ withdrawn }) => withdrawn))
  const before = new Set(gone(history).map(({ event }) => event))
  return gone(after)
    .filter(({ event }) => !before.has(event))
    .map(({ name, occurredAt }) => ({ label: name, left: momentInWords(occurredAt), right: 'Taken back' }))
}
