import { type DynamicModule, Module } from '@nestjs/common'
import { FiguresController } from './api/figures.controller.js'
import { inProblems } from './api/in-problems.js'
import { BackAgainController } from './back-again/back-again.controller.js'
import { CaseloadsController } from './caseloads/caseloads.controller.js'
import { CasesController } from './cases/cases.controller.js'
import { ConversionController } from './conversion/conversion.controller.js'
import { CopiedReasonsController } from './copied-reasons/copied-reasons.controller.js'
import { DueController } from './due/due.controller.js'
import { FeedController } from './feed/feed.controller.js'
import { HeadlinesController } from './headlines/headlines.controller.js'
import { KpiController } from './kpi/kpi.controller.js'
import { INSIGHT, type InsightParts } from './parts.js'
import { ReportsController } from './reports/reports.controller.js'
import { YearsController } from './years/years.controller.js'

export const insightViews = 'apps/insight/views'

/** Reading figures, and what they are made of: pages, and the API. */
@Module({})
export class InsightModule {
  static on(parts: InsightParts): DynamicModule {
    return {
      module: InsightModule,
      controllers: [
        FiguresController,
        HeadlinesController,
        KpiController,
        YearsController,
        ReportsController,
        CasesController,
        ConversionController,
        DueController,
        CaseloadsController,
        BackAgainController,
        CopiedReasonsController,
        FeedController,
      ],
      providers: [{ provide: INSIGHT, useValue: { ...parts, figures: inProblems(parts.figures) } }],
    }
  }
}
