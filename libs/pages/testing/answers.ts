import { addDays, momentOf } from '@front-door/calendar'
import { type Field, type Fields, codes } from '@front-door/case-flow'
import fc from 'fast-check'

const someDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n))

/** Any minute that a clock on the wall tells once: not the hour that comes twice each October. */
const someMoment = fc
  .integer({ min: 0, max: 19_000_000 })
  .map((minutes) => momentOf(Date.UTC(2000, 0, 1) + minutes * 60_000))
  .filter((moment) => !/-10-(2[5-9]|3[01])T01/.test(moment))

const someText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('<b>"Tom" & \'Jo\'</b>', 'one\n\ntwo', '31/02/2026', 'a=b&c[d]=e'),
  )
  .map((text) => text.replace(/\r\n?/g, '\n').trim())
  .filter((text) => text !== '')

const someId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/)

function anyAnswer(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return field.max && field.max <= 200 ? someText.map((text) => text.replace(/\n+/g, ' ')) : someText
    case 'code':
      return fc.constantFrom(...codesOf(field))
    case 'day':
      return someDay
    case 'moment':
      return fc.oneof(someDay, someMoment)
    case 'yesNo':
      return fc.boolean()
    case 'count':
      return fc.nat({ max: 999 })
    case 'child':
      return fc.stringMatching(/^[A-Za-z0-9]{1,20}$/)
    case 'group':
      return anyAnswers(field.fields ?? {}).map((answers) => (Object.keys(answers).length > 0 ? answers : undefined))
    case 'changes':
      return fc.constant(undefined)
    default:
      return someId
  }
}

/** Anything that may have been answered to these fields, as the domain holds it. */
export function anyAnswers(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const each = Object.entries(fields).map(([name, field]) => {
    const one = anyAnswer(field)
    const answer = field.many ? inOrder(field, fc.uniqueArray(one, { minLength: 1, maxLength: 6 })) : one
    return [name, fc.option(answer, { nil: undefined })] as const
  })
  return fc
    .record(Object.fromEntries(each))
    .map((answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)))
}

function codesOf(field: Field): readonly string[] {
  return (field.codes?.codes ?? []).map(({ code }) => code).filter((code) => inUse(field, code))
}

/** Boxes are posted in the order they stand on the page, whatever the order they were ticked in. */
function inOrder(field: Field, list: fc.Arbitrary<unknown[]>): fc.Arbitrary<unknown[]> {
  const places = field.codes?.codes.map(({ code }): unknown => code) ?? []
  return field.codes ? list.map((given) => given.toSorted((a, b) => places.indexOf(a) - places.indexOf(b))) : list
}

function inUse(field: Field, code: string): boolean {
  const entry = field.codes?.codes.find((each) => each.code === code)
  return field.codes !== undefined && !entry?.imported && codes.inUse(field.codes, code, '2026-11-21')
}
