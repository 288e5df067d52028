export { type Dimension, dimensionIds, dimensions, isDimension } from './breakdown/dimensions.js'
export type { Kind, KpiInWords } from './catalogue/kpi.js'
export type {
  Asked,
  CasePage,
  CaseSeen,
  Counted,
  Figure,
  Figures,
  Group,
  Paging,
  Standing,
  Step,
} from './figures.js'
export { steps } from './figures.js'
export { type SettingId, isSettingId, settingIds, settings, whyNot } from './settings/settings.js'
