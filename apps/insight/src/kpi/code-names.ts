import { codes } from '@front-door/case-flow'
import type { Kpi } from '@front-door/performance'
import { codeLabel } from '@front-door/pages'

/** What a code of a breakdown stands for, in words; a code that speaks for itself stays as it is. */
export function nameOfCode(kpi: Kpi, code: string): string {
  return kpi.id === 'referrals-by-source' ? codeLabel(codes.contactSource, code) : code.replaceAll('-', ' ')
}
