import { codes } from '@front-door/case-flow'
import { NULL, oneOf } from './sql.js'
import type { View } from './view.js'

/** The names of a restricted record are not part of what is handed on. */
const nameOf = (column: string) => `CASE WHEN child.restricted_to IS NULL THEN child.${column} END`

const person: View = {
  name: 'ssd_person',
  columns: {
    pers_person_id: 'subject.child',
    pers_forename: nameOf('given_name'),
    pers_surname: nameOf('family_name'),
    pers_sex: 'subject.sex',
    pers_gender: NULL,
    pers_ethnicity: 'subject.ethnicity',
    pers_dob: 'subject.birth_date',
    pers_common_child_id: NULL,
    pers_legacy_id: NULL,
    pers_upn_unknown: 'subject.upn_unknown',
    pers_send_flag: NULL,
    pers_expected_dob: 'CASE WHEN subject.birth_date IS NULL THEN subject.expected_birth_date END',
    pers_death_date: 'subject.death_date',
    pers_is_mother: NULL,
    pers_nationality: NULL,
    pers_upn: 'upn.value',
    pers_single_unique_id: NULL,
  },
  from:
    'subject JOIN child ON child.child = subject.child ' +
    "LEFT JOIN child_reference upn ON upn.child = subject.child AND upn.kind = 'upn'",
}

const everyDisability = codes.disability.codes.map(({ code }) => `SELECT '${code}' AS code`).join(' UNION ALL ')

const disability: View = {
  name: 'ssd_disability',
  columns: {
    disa_person_id: 'subject.child',
    disa_table_id: "subject.child || '-' || every_code.code",
    disa_disability_code: 'every_code.code',
  },
  from:
    `subject JOIN (${everyDisability}) every_code ` +
    "ON ',' || subject.disabilities || ',' LIKE '%,' || every_code.code || ',%'",
}

const merged = "linked.kind LIKE 'merged %'"

const linkedIdentifiers: View = {
  name: 'ssd_linked_identifiers',
  columns: {
    link_table_id: "linked.child || '-' || linked.kind",
    link_person_id: 'linked.child',
    link_identifier_type: `CASE WHEN ${merged} THEN 'Former case number' ELSE ${oneOf('linked.kind', {
      upn: 'UPN',
      formerUpn: 'Former UPN',
      nhsNumber: 'NHS number',
    })} END`,
    link_identifier_value: 'linked.value',
    link_valid_from_date: NULL,
    link_valid_to_date: NULL,
  },
  from: `child_reference linked WHERE linked.kind IN ('upn', 'formerUpn', 'nhsNumber') OR ${merged}`,
}

export const peopleViews = [person, disability, linkedIdentifiers]
