export { englandAndWales2028 } from './bank-holidays.js'
export { BeyondCalendar, type Calendar, addCalendars, calendarOn, whyNotWorking } from './calendar.js'
export { type Day, addDays, addMonths, ageOn, daysBetween, inWords, isDay, isWeekend } from './day.js'
export {
  type Instant,
  type Moment,
  dayOf,
  hasTime,
  isBefore,
  isMoment,
  millisOf,
  momentInWords,
  momentOf,
  readMoment,
} from './moment.js'
export { type Due, type Limit, dueBy, elapsed, isInTime, limitInWords, workingDaysBetween } from './timescale.js'
