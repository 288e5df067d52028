export { type Dimension, dimensionIds, dimensions, isDimension } from './breakdown/dimensions.js'
export { hasOwnOrder } from './breakdown/parts.js'
export { besideCatalogue, catalogue, kpiOf } from './catalogue/catalogue.js'
export { relatedTo } from './catalogue/families.js'
export { figuresInMarkdown } from './catalogue/in-markdown.js'
export type { Kind, Kpi, KpiInWords } from './catalogue/kpi.js'
export { type AskedWrong, BadAsked, MOST_AT_ONCE, instantOf, wrongIn } from './asked.js'
export { type Area, type Benchmark, areas } from './benchmarks/benchmark.js'
export { benchmarkOf, benchmarks } from './benchmarks/benchmarks.js'
export { englandBySource } from './benchmarks/england.js'
export { type Populations, readPopulations } from './benchmarks/population.js'
export { RowsBehind, type Source, countFigures } from './counted.js'
export type { Insight } from './insight.js'
export type {
  Asked,
  CasePage,
  CaseSeen,
  Counted,
  Figure,
  Figures,
  Group,
  Paging,
  Prepared,
  Standing,
  Step,
  Stood,
} from './figures.js'
export { steps } from './figures.js'
export {
  type Period,
  financialYear,
  financialYearOf,
  isTwelveMonths,
  lastFinancialYear,
  monthOf,
  periodInWords,
  quarterOf,
  rollingYear,
  stepsIn,
  weekOf,
} from './periods/periods.js'
export { deriveRows } from './rows/derive.js'
export {
  type Chosen,
  type FigureSetting,
  type SettingId,
  isRange,
  isSettingId,
  settingIds,
  settings,
  whyNot,
} from './settings/settings.js'
export * from './charts/index.js'
export * from './exports/index.js'
export * from './publication/index.js'
export * from './odata/index.js'
export * from './report/index.js'
export * from './signals/index.js'
