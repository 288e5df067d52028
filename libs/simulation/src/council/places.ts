import type { Some } from '../chance/chance.js'

/** A part of the council's area, and the places that people there know. */
export interface Place {
  readonly name: string
  /** Which part it is, as teams are called after it. */
  readonly area: string
  readonly nurseries: Some<string>
  readonly schools: Some<string>
  readonly academies: Some<string>
  readonly surgeries: Some<string>
}

const placeCalled = (name: string, area: string, first: string, second: string): Place => ({
  ...{ name, area },
  nurseries: [`${first} Nursery`, `${second} Nursery`],
  schools: [`${name} Primary School`, `${first} Road Primary School`, `${second} Lane Primary School`],
  academies: [`${name} Academy`, `${second} High School`],
  surgeries: [`${first} Road Surgery`, `${name} Medical Centre`],
})

/** All invented. */
export const places: Some<Place> = [
  placeCalled('Bobbinfield', 'North', 'Shuttle', 'Heddle'),
  placeCalled('Lanternwick', 'South', 'Tallow', 'Wicker'),
  placeCalled('Millstane', 'East', 'Hopper', 'Quern'),
  placeCalled('Saltmarrow', 'West', 'Creel', 'Tidewrack'),
]

export const organisations = {
  police: ['Vale of Quill Police'],
  hospital: ['Quill Vale Hospital'],
  community: ['Quill Vale Community Health'],
  council: ['Adult social care', 'Housing options', 'Youth justice', 'Education welfare'],
  otherAuthority: ['Otterdale Council', 'Cinderholt Council'],
  housing: ['Quill Vale Homes', 'Lanternwick Housing'],
  law: ['Quill Vale Probation', 'Family court service'],
  voluntary: ['The Lantern Trust', 'Quill Vale Families', 'Safe Harbour', 'Heddle Children’s Centre'],
} as const satisfies Record<string, Some<string>>
