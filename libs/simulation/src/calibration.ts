/*
 * How often things happen and how long they take. `England` is reference/kpis.md, the year to 31 March 2025; `table B`
 * is needs.md, 17/18; `policy` is the limit that people work to. What is not published is ours, and is set so that what
 * is published comes out. Chances are from 0 to 1; weights are in any unit; times are in the unit that is named.
 */

/** Who there is, when they come to notice and when they come back. */
export * from './calibration/area.js'
/** From a contact to the decision on a referral. */
export * from './calibration/front-door.js'
/** What follows from a referral: assessments, enquiries, plans and early help. */
export * from './calibration/cases.js'
/** How people record: how late, how inconsistently and with which mistakes. */
export * from './calibration/recording.js'
