import { describe, expect, it } from '@jest/globals'
import { type Policy, type Role, defaultPolicy, roles } from '@front-door/policy'
import fc from 'fast-check'
import { purposes } from '../reads/purposes.js'
import { type About, seenInList } from './lists.js'
import { type RecordSeen, maySee } from './may-see.js'

const person = (id: string, role: Role = 'social-worker') => ({ id, role })
const see = (reader: ReturnType<typeof person>, record: RecordSeen = {}, purpose?: string, policy = defaultPolicy) =>
  maySee(reader, record, policy, purpose)

const ids = fc.constantFrom('sam.field', 'lee.marsh', 'jo.reed', 'toni.bell')
const readers = fc.record({ id: ids, role: fc.constantFrom(...roles) })
const records = fc.record({ restrictedTo: fc.array(ids) }, { requiredKeys: [] })
const said = fc.option(fc.oneof(fc.constantFrom(...Object.keys(purposes)), fc.string()), { nil: undefined })

describe('a child’s record', () => {
  it('is seen by the roles the policy names for it, and by nobody else', () => {
    const seeing = roles.filter((role) => see(person('anybody', role)) === 'yes')
    expect(new Set(seeing)).toEqual(new Set(defaultPolicy.may['read-trail']))
    expect(see(person('chris.ward', 'partner'))).toEqual({
      no: expect.stringContaining('Your role (partner) may not see children’s records.'),
      rule: 'role',
    })
  })

  it('is seen by a partner where the council’s policy says so', () => {
    const policy: Policy = { ...defaultPolicy, may: { ...defaultPolicy.may, 'read-trail': ['partner'] } }
    expect(see(person('chris.ward', 'partner'), {}, undefined, policy)).toBe('yes')
    expect(see(person('sam.field'), {}, undefined, policy)).toMatchObject({ rule: 'role' })
  })

  it('is seen by a partner as far as their agency is asked about it, and not if it is restricted to others', () => {
    const asks = (record: RecordSeen, role: Role = 'partner') =>
      maySee(person('chris.ward', role), record, defaultPolicy, undefined, 'see-requests')
    expect(asks({})).toBe('yes')
    expect(asks({ restrictedTo: ['sam.field'] })).toMatchObject({ rule: 'restricted' })
    expect(asks({ restrictedTo: ['chris.ward'] })).toEqual({ purposeNeeded: true })
    expect(asks({}, 'reviewer')).toMatchObject({ no: expect.stringContaining('They are for partner.') })
  })

  it('is seen by nobody where the policy does not speak of it', () => {
    const policy: Policy = { ...defaultPolicy, may: {} }
    expect(see(person('sam.field'), {}, undefined, policy)).toMatchObject({
      no: expect.stringContaining('They are for nobody.'),
    })
  })
})

describe('a restricted record', () => {
  const restricted = { restrictedTo: ['sam.field'] }

  it('opens to the people it names, once they say what for', () => {
    expect(see(person('sam.field'), restricted)).toEqual({ purposeNeeded: true })
    expect(see(person('sam.field'), restricted, 'because')).toEqual({ purposeNeeded: true })
    expect(see(person('sam.field'), restricted, 'constructor')).toEqual({ purposeNeeded: true })
    expect(see(person('sam.field'), restricted, 'my-case')).toBe('yes')
  })

  it('stays shut to everybody else, whatever their role and purpose', () => {
    for (const role of roles.filter((one) => defaultPolicy.may['read-trail']?.includes(one)))
      expect(see(person('lee.marsh', role), restricted, 'audit')).toEqual({
        no: expect.stringContaining('restricted to named people'),
        rule: 'restricted',
      })
  })

  it('that names nobody opens to nobody', () => {
    expect(see(person('sam.field'), { restrictedTo: [] }, 'audit')).toMatchObject({ rule: 'restricted' })
  })

  it('is never seen without a role for it, a name on its list and a purpose: whoever asks, whatever they say', () => {
    fc.assert(
      fc.property(readers, records, said, (reader, record, purpose) => {
        const allowed =
          defaultPolicy.may['read-trail']?.includes(reader.role) === true &&
          (record.restrictedTo === undefined ||
            (record.restrictedTo.includes(reader.id) && Object.keys(purposes).includes(purpose ?? '')))
        expect(see(reader, record, purpose) === 'yes').toBe(allowed)
      }),
    )
  })
})

describe('a list', () => {
  interface Row extends About {
    readonly name: string
    readonly birthDate: string
  }
  const robin: Row = { child: 'A1', name: 'Robin Example', birthDate: '2019-04-02', restrictedTo: ['sam.field'] }
  const kit: Row = { child: 'B2', name: 'Kit Sample', birthDate: '2021-01-30' }

  it('says only that a child is there whose record is restricted to others', () => {
    const seen = seenInList(person('lee.marsh'), [robin, kit], (row) => row)
    expect(seen).toEqual([{ child: 'A1', restricted: true, name: 'Restricted record' }, kit])
  })

  it('says all of it to those the record names', () => {
    expect(seenInList(person('sam.field'), [robin, kit], (row) => row)).toEqual([robin, kit])
  })

  it('keeps its length and order, and never a word about a child restricted to others', () => {
    const rows = fc.array(
      fc.record(
        { child: fc.string(), name: fc.constant('Robin Example'), restrictedTo: fc.array(ids) },
        { requiredKeys: ['child', 'name'] },
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(readers, rows, (reader, all) => {
        const seen = seenInList(reader, all, (row) => row)
        expect(seen.map(({ child }) => child)).toEqual(all.map(({ child }) => child))
        seen.forEach((row, i) => {
          const hidden = all[i]?.restrictedTo?.includes(reader.id) === false
          expect(row.name).toBe(hidden ? 'Restricted record' : 'Robin Example')
        })
      }),
    )
  })
})
