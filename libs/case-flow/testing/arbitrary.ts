import { addDays } from '@front-door/calendar'
import fc from 'fast-check'
import {
  type Child,
  type Field,
  type Fields,
  type FreshEvent,
  eventDefinitions,
  itemKinds,
  itemsOf,
} from '../src/index.js'

const someDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n))

/** A value that fits the field; references are taken from `ids`, which may name nothing. */
export function arbitraryValue(field: Field, ids: (field: Field) => fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const one = (): fc.Arbitrary<unknown> => {
    switch (field.kind) {
      case 'text':
        return field.pattern ? fc.constant(undefined) : fc.constantFrom('text', 'Ã©, “quoted”', 'x'.repeat(40))
      case 'code':
        return fc.constantFrom(...(field.codes?.codes.map(({ code }) => code) ?? []))
      case 'day':
        return someDay
      case 'moment':
        return someDay.map((day) => `${day}T10:00+00:00`)
      case 'yesNo':
        return fc.boolean()
      case 'count':
        return fc.nat({ max: 3 })
      case 'child':
        return fc.constantFrom('A1', 'B2', 'C3')
      case 'worker':
        return fc.constantFrom('sam.lee', 'kim.day')
      case 'reference':
        return ids(field)
      case 'group':
        return arbitraryValues(field.fields ?? {}, ids)
      case 'changes':
        return fc.constantFrom({ outcome: 'NFA' }, { occurredAt: '2024-05-05' }, { source: '9' }, {})
    }
  }
  return field.many ? fc.uniqueArray(one(), { minLength: 1, maxLength: 3 }) : one()
}

/** An object that fits the fields; what may be left out sometimes is. */
export function arbitraryValues(
  fields: Fields,
  ids: (field: Field) => fc.Arbitrary<string>,
): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(fields).map(([name, field]) => {
    const value = arbitraryValue(field, ids)
    return [name, field.required ? value : fc.option(value, { nil: undefined })] as const
  })
  return fc
    .record(Object.fromEntries(values))
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)))
}

/** An id of one of the items that the field may name, or of any other. */
export function idsOf(child: Child): (field: Field) => fc.Arbitrary<string> {
  return (field) => {
    const fitting = (field.of ?? itemKinds).flatMap((kind) => itemsOf(child, kind).map(({ id }) => id))
    return fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...fitting, 'nothing') },
      { weight: 1, arbitrary: fc.constant('nothing') },
    )
  }
}

/** Any event there can be, in any order and about anything, as a careless import might bring it. */
export const anyEvent: fc.Arbitrary<FreshEvent> = fc.constantFrom(...eventDefinitions).chain((definition) =>
  fc
    .record({
      values: arbitraryValues(definition.fields, () => fc.constantFrom('i1', 'i2', 'i3')),
      occurredAt: fc.oneof(
        someDay,
        someDay.map((day) => `${day}T10:00+00:00`),
      ),
      recordedAt: someDay.map((day) => `${day}T12:00:00.000Z`),
      id: fc.integer({ min: 1, max: 40 }).map((n) => `e${n}`),
    })
    .map(({ values, id, occurredAt, recordedAt }) => {
      const sealed = ([name]: [string, unknown]) => (definition.fields as Fields)[name]?.words ?? false
      const entries = Object.entries(values)
      return {
        id,
        child: 'A1',
        occurredAt,
        recordedAt,
        worker: { id: 'cin-census', role: 'import' as const, team: 'LA 301' },
        cause: id,
        type: definition.type,
        version: definition.version,
        data: Object.fromEntries(entries.filter((entry) => !sealed(entry))),
        words: Object.fromEntries(entries.filter(sealed)) as Record<string, string>,
      }
    }),
)
