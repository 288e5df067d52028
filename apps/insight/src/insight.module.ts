import { type DynamicModule, Module } from '@nestjs/common'
import { CasesController } from './cases/cases.controller.js'
import { KpiController } from './kpi/kpi.controller.js'
import { INSIGHT, type InsightParts } from './parts.js'

export const insightViews = 'apps/insight/views'

/** Reading figures, and what they are made of. */
@Module({})
export class InsightModule {
  static on(parts: InsightParts): DynamicModule {
    return {
      module: InsightModule,
      controllers: [KpiController, CasesController],
      providers: [{ provide: INSIGHT, useValue: parts }],
    }
  }
}
