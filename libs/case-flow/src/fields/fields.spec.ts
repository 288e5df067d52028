import { describe, expect, it } from '@jest/globals'
import { priority } from '../codes/index.js'
import {
  children,
  code,
  codes,
  count,
  day,
  group,
  misfit,
  moment,
  optional,
  read,
  reference,
  schemaOf,
  text,
  words,
  yesNo,
} from './index.js'
import { hasRightCheckLetter } from './upn.js'

const fields = {
  reason: words('Reason for the decision'),
  priority: code(priority),
  several: optional(codes(priority, 'Several')),
  born: optional(day('Date of birth')),
  at: optional(moment('When')),
  seen: optional(yesNo('The child was seen')),
  plans: optional(count('Earlier plans')),
  others: optional(children('Other children')),
  contact: optional(reference('contact', 'Contact')),
  agency: optional(text('Agency')),
  person: optional(group({ givenName: words('Given name', { max: 5 }) }, 'Child')),
}

describe('reading what was entered', () => {
  it('tidies it: trimmed, empty left out, moments in one form', () => {
    const { values, problems } = read(fields, {
      reason: '  Because.  ',
      priority: 'RED',
      agency: '   ',
      at: '2026-06-04T09:32',
      others: [],
      born: null,
      person: { givenName: ' Al ' },
    })
    expect(problems).toEqual([])
    expect(values).toEqual({
      reason: 'Because.',
      priority: 'RED',
      at: '2026-06-04T09:32+01:00',
      person: { givenName: 'Al' },
    })
  })

  it('names every problem: the field, the rule and what to do', () => {
    const { problems } = read(fields, {
      priority: 'BLUE',
      several: ['RED', 'RED'],
      born: '2025-02-30',
      at: 'yesterday',
      seen: 'yes',
      plans: -1,
      others: ['A1', 'no spaces allowed'],
      contact: '../etc',
      agency: 'x'.repeat(101),
      person: { givenName: 'Too long', colour: 'red' },
      shoe: 42,
    })
    expect(problems.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'priority code',
      'several code',
      'born day',
      'at moment',
      'seen yesNo',
      'plans count',
      'others child',
      'contact reference',
      'agency text',
      'person.givenName text',
      'person.colour unknown',
      'shoe unknown',
      'reason required',
    ])
    expect(problems[0]?.message).toBe('Select the priority: RED, AMBER, GREEN.')
    expect(problems[2]?.message).toBe('Enter the date of birth as a day that exists, like 2026-06-04.')
    expect(problems.at(-1)?.message).toBe('Enter the reason for the decision, in at most 20000 characters.')
  })

  it('names a field within its sentence as people would', () => {
    const asked = { told: words('What we were told'), upn: words('UPN'), view: words("The manager's view") }
    expect(read(asked, {}).problems.map(({ message }) => message.split(',')[0])).toEqual([
      'Enter what we were told',
      'Enter the UPN',
      "Enter the manager's view",
    ])
  })

  it('asks for an object where it gets none, and is not led astray by names that objects have', () => {
    expect(read(fields, 'text').problems).toMatchObject([{ field: 'body', rule: 'object' }])
    expect(
      read(fields, { ...JSON.parse('{"__proto__": 1}'), constructor: 1 }).problems.map(({ rule }) => rule),
    ).toContain('unknown')
  })
})

describe('whether data fits', () => {
  it('names the first entry that does not', () => {
    expect(misfit(fields, { reason: 'x', priority: 'RED' })).toBeUndefined()
    expect(misfit(fields, { reason: 'x' })).toBe('priority')
    expect(misfit(fields, { reason: 'x', priority: 'RED', other: 1 })).toBe('other')
    expect(misfit(fields, { reason: 'x', priority: 'RED', person: { givenName: 7 } })).toBe('person')
  })
})

describe('the JSON Schema', () => {
  it('says what the fields say', () => {
    expect(schemaOf({ reason: fields.reason, priority: fields.priority, several: fields.several })).toEqual({
      type: 'object',
      properties: {
        reason: {
          type: 'string',
          maxLength: 20_000,
          title: 'Reason for the decision',
          description: "Sealed under the child's key.",
        },
        priority: {
          type: 'string',
          enum: ['RED', 'AMBER', 'GREEN'],
          title: 'Priority',
          description:
            'RED: Red; AMBER: Amber; GREEN: Green. Source: Ours (needs N4); the hours of each are in the policy.',
        },
        several: {
          type: 'array',
          uniqueItems: true,
          minItems: 1,
          items: { type: 'string', enum: ['RED', 'AMBER', 'GREEN'] },
          title: 'Several',
          description:
            'RED: Red; AMBER: Amber; GREEN: Green. Source: Ours (needs N4); the hours of each are in the policy.',
        },
      },
      required: ['reason', 'priority'],
      additionalProperties: false,
    })
  })
})

describe('a UPN', () => {
  it.each(['P301000000002', 'D301000000003', 'A123456789012', 'A12345678901Z'])(
    '%s has the right check letter',
    (upn) => {
      expect(hasRightCheckLetter(upn)).toBe(true)
    },
  )

  it.each(['A301000000002', 'P301000000003'])('%s has the wrong one', (upn) => {
    expect(hasRightCheckLetter(upn)).toBe(false)
  })
})
