import { type DynamicModule, Module } from '@nestjs/common'
import { INSIGHT, type InsightParts } from '../parts.js'
import { FiguresController } from './figures.controller.js'

/** The figures over the API. */
@Module({})
export class FiguresApiModule {
  static on(parts: InsightParts): DynamicModule {
    return {
      module: FiguresApiModule,
      controllers: [FiguresController],
      providers: [{ provide: INSIGHT, useValue: parts }],
    }
  }
}
