import { Module } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DoorModule, type Front, type HowMuch, openServer } from '@front-door/door'
import { caseworkViews } from '../../casework/src/app.js'
import { CaseworkModule } from '../../casework/src/casework.module.js'
import { FiguresApiModule } from '../../insight/src/api/figures-api.module.js'
import { inProblems } from '../../insight/src/api/in-problems.js'
import type { InsightParts } from '../../insight/src/parts.js'
import { serveDocs } from '../../casework/src/docs/serve-docs.js'
import type { Parts } from '../../casework/src/parts.js'

@Module({})
class Program {}

/** Every app behind one door, ready to listen. */
export async function openProgram(
  parts: Parts & InsightParts,
  front: Front,
  logLevel: HowMuch,
): Promise<NestFastifyApplication> {
  const insight = FiguresApiModule.on({ ...parts, figures: inProblems(parts.figures) })
  const module = { module: Program, imports: [DoorModule.on(parts), CaseworkModule.on(parts), insight] }
  const app = await openServer(parts, front, { module, views: [caseworkViews], logLevel })
  await serveDocs(app)
  await app.init()
  return app
}
