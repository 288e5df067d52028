import type { StaffMember } from '../staff/staff.js'

/** The secret of every one of them, printed in the docs: it keeps nobody out. */
export const demoSecret = 'demo'

/**
 * Who signs in to the demonstration. Nobody here exists. At least one person for each role; two of those who hand work
 * to one another or check one another's.
 */
export const demoStaff: readonly StaffMember[] = [
  { id: 'pat.lowe', name: 'Pat Lowe', role: 'business-support', team: 'Front Door' },
  { id: 'jo.reed', name: 'Jo Reed', role: 'screening-social-worker', team: 'Front Door' },
  { id: 'sam.field', name: 'Sam Field', role: 'social-worker', team: 'Assessment North' },
  { id: 'lee.marsh', name: 'Lee Marsh', role: 'social-worker', team: 'Assessment South' },
  { id: 'alex.moor', name: 'Alex Moor', role: 'early-help-co-ordinator', team: 'Early Help North' },
  { id: 'kim.dale', name: 'Kim Dale', role: 'early-help-co-ordinator', team: 'Early Help South' },
  { id: 'robin.shaw', name: 'Robin Shaw', role: 'edt', team: 'Emergency Duty Team' },
  { id: 'chris.ward', name: 'Chris Ward', role: 'partner', team: 'Police' },
  { id: 'dana.cole', name: 'Dana Cole', role: 'partner', team: 'Health' },
  { id: 'morgan.hill', name: 'Morgan Hill', role: 'team-manager', team: 'Front Door' },
  { id: 'toni.bell', name: 'Toni Bell', role: 'team-manager', team: 'Assessment North' },
  { id: 'nat.frost', name: 'Nat Frost', role: 'performance-analyst', team: 'Performance' },
  { id: 'val.brook', name: 'Val Brook', role: 'reviewer', team: 'Peer Review' },
  { id: 'gil.hart', name: 'Gil Hart', role: 'reviewer', team: 'Reviewer from outside' },
  { id: 'ray.stone', name: 'Ray Stone', role: 'administrator', team: 'Systems' },
]
