import { dayOf, isWeekend } from '@front-door/calendar'
import type { Item } from '../child/index.js'
import type { Episode } from './episode.js'
import { type Rule, overlapping, runsTo, started, within } from './rule.js'

/** Section 47 enquiries and conferences. Numbers are rules of the CIN census (2025-26 ruleset). */
export const enquiryRules: readonly Rule<Episode>[] = [
  {
    rule: '2889',
    says: 'A section 47 enquiry does not start before the referral.',
    broken: (e) => e.section47s.filter((enquiry) => started(enquiry) < started(e.referral)),
  },
  {
    rule: '8839',
    says: 'An episode has at most one section 47 enquiry under way.',
    broken: (e) => e.section47s.filter((enquiry) => !enquiry.conferenceAt && !enquiry.conferenceNotRequired).slice(1),
  },
  {
    rule: '8890',
    says: 'A section 47 enquiry does not start while another runs, up to and including the day of its conference.',
    broken: (e) => {
      const running = e.section47s.filter((enquiry) => !enquiry.conferenceNotRequired)
      const last = (enquiry: Item) => runsTo(enquiry as (typeof running)[number])
      const later = overlapping(running, (other, day) => within(day, started(other), last(other)))
      const notRequired = e.section47s.filter(
        (enquiry) =>
          enquiry.conferenceNotRequired &&
          running.some((other) => within(started(enquiry), started(other), runsTo(other)) && other !== enquiry),
      )
      return [...later, ...notRequired]
    },
  },
  {
    rule: '1104',
    says: 'A conference is not held before the referral.',
    broken: (e) =>
      [...e.conferences, ...e.transferIns].filter((conference) => started(conference) < started(e.referral)),
  },
  {
    rule: '8615',
    says: 'A conference is not held before the section 47 enquiry it follows.',
    broken: (e) =>
      e.section47s.filter(
        (enquiry) => enquiry.conferenceAt !== undefined && dayOf(enquiry.conferenceAt) < started(enquiry),
      ),
  },
  {
    rule: '8875',
    says: 'A child protection conference is held on a day from Monday to Friday.',
    broken: (e) => e.conferences.filter((conference) => isWeekend(started(conference))),
  },
]
