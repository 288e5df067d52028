import { dayOf } from '@front-door/calendar'
import type { Episode } from './episode.js'
import { type Rule, before, ended, inside, overlapping, started, within } from './rule.js'

/** Child in need and child protection plans. Numbers are rules of the CIN census (2025-26 ruleset). */
export const planRules: readonly Rule<Episode>[] = [
  {
    rule: '4015',
    says: 'A child in need plan does not start before the referral.',
    broken: (e) => e.cinPlans.filter((plan) => started(plan) < started(e.referral)),
  },
  {
    rule: '1105',
    says: 'A child protection plan does not start before the referral.',
    broken: (e) => e.protectionPlans.filter((plan) => started(plan) < started(e.referral)),
  },
  {
    rule: '4008',
    says: 'A plan does not start after the child has died.',
    broken: (e) =>
      [...e.cinPlans, ...e.protectionPlans].filter((plan) => before(e.child.person.deathDate, started(plan))),
  },
  {
    rule: '4009Q',
    says: 'A plan does not end after the child has died.',
    broken: (e) =>
      [...e.cinPlans, ...e.protectionPlans].filter((plan) => before(e.child.person.deathDate, ended(plan))),
  },
  {
    rule: '4011',
    says: 'A plan does not end before it starts.',
    broken: (e) => [...e.cinPlans, ...e.protectionPlans].filter((plan) => before(ended(plan), started(plan))),
  },
  {
    rule: '4004',
    says: 'An episode has at most one child in need plan open.',
    broken: (e) => e.cinPlans.filter((plan) => plan.stage === 'open').slice(1),
  },
  {
    rule: '4014',
    says: 'A child in need plan starts after the one before it has ended, at the earliest the next day.',
    broken: (e) => overlapping(e.cinPlans, (plan, day) => within(day, started(plan), ended(plan))),
  },
  {
    rule: '4001',
    says: 'A child in need plan is not open beside an open child protection plan.',
    broken: (e) =>
      e.protectionPlans.some((plan) => plan.stage === 'open') ? e.cinPlans.filter((plan) => plan.stage === 'open') : [],
  },
  {
    rule: '4016',
    says: 'A child in need plan does not start during a child protection plan; it may on the day that ends.',
    broken: (e) =>
      e.cinPlans.filter((cin) => e.protectionPlans.some((cp) => inside(started(cin), started(cp), ended(cp)))),
  },
  {
    rule: '4017',
    says: 'A child protection plan does not start during a child in need plan; it may on the day that ends.',
    broken: (e) =>
      e.protectionPlans.filter((cp) => e.cinPlans.some((cin) => inside(started(cp), started(cin), ended(cin)))),
  },
  {
    rule: '4003',
    says: 'A child protection review is not held during a child in need plan.',
    broken: (e) =>
      e.protectionPlans.filter((cp) =>
        cp.reviews.some((review) =>
          e.cinPlans.some((cin) => within(dayOf(review), started(cin), ended(cin)) && dayOf(review) !== ended(cp)),
        ),
      ),
  },
  {
    rule: '2885',
    says: 'A child protection plan starts on the day of a conference of the same referral.',
    broken: (e) => {
      const conferences = e.conferences.length > 0 ? e.conferences : e.transferIns
      return e.protectionPlans.filter(
        (plan) => !plan.carriedOver && !conferences.some((conference) => started(conference) === started(plan)),
      )
    },
  },
  {
    rule: '8840',
    says: 'A child protection plan does not start and end on the same day.',
    broken: (e) => e.protectionPlans.filter((plan) => ended(plan) === started(plan)),
  },
  {
    rule: '8730',
    says: 'A child protection plan says how many earlier plans there were.',
    broken: (e) => e.protectionPlans.filter((plan) => plan.previousPlans === undefined),
  },
  {
    rule: '8905',
    says: 'A child protection plan has a category of abuse.',
    broken: (e) => e.protectionPlans.filter((plan) => plan.category === 'NOT_STATED'),
  },
  {
    rule: '8935',
    says: 'An episode has at most one child protection plan open.',
    broken: (e) => e.protectionPlans.filter((plan) => plan.stage === 'open').slice(1),
  },
  {
    rule: '8940',
    says: 'A child protection plan starts after the one before it has ended.',
    broken: (e) => overlapping(e.protectionPlans, (plan, day) => within(day, started(plan), ended(plan))),
  },
  {
    rule: '8841',
    says: 'A child protection plan is reviewed after the day it starts.',
    broken: (e) => e.protectionPlans.filter((plan) => plan.reviews.some((review) => dayOf(review) <= started(plan))),
  },
]
