import type { SubjectTable } from './tables.js'
import type { Telling } from './telling.js'

export function subjectRow({ child: { id, person } }: Telling): SubjectTable {
  return {
    child: id,
    stage: person.stage,
    birth_date: person.birthDate ?? null,
    expected_birth_date: person.expectedBirthDate ?? null,
    death_date: person.deathDate ?? null,
    sex: person.sex ?? null,
    ethnicity: person.ethnicity ?? null,
    disabilities: person.disabilities.toSorted().join(','),
    has_upn: Number(person.hasUpn),
    upn_unknown: person.upnUnknown ?? null,
    locality: person.locality ?? null,
  }
}
