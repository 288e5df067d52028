import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core'
import { DoorGuard } from './guard/door.guard.js'
import { FromRowsInterceptor } from './front/from-rows.js'
import { ReadsInterceptor } from './guard/reads.interceptor.js'
import { DOOR, type DoorParts } from './parts.js'
import { ProblemFilter } from './problems/problem.filter.js'

/** In front of every route of every app: who may pass, what is kept of what they read, and how a refusal is told. */
@Module({})
export class DoorModule {
  static on(parts: DoorParts): DynamicModule {
    return {
      module: DoorModule,
      providers: [
        { provide: DOOR, useValue: parts },
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: FromRowsInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    }
  }
}
