import { Module } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DoorModule, type Front, type HowMuch, openServer } from '@front-door/door'
import { caseworkViews } from '../../casework/src/app.js'
import { CaseworkModule } from '../../casework/src/casework.module.js'
import { InsightModule, insightViews } from '../../insight/src/insight.module.js'
import type { InsightParts } from '../../insight/src/parts.js'
import { serveDocs } from '../../casework/src/docs/serve-docs.js'
import type { Parts } from '../../casework/src/parts.js'

@Module({})
class Program {}

/** Every app behind one door, ready to listen. */
export async function openProgram(
  parts: Parts & Omit<InsightParts, 'signIn'>,
  front: Front,
  logLevel: HowMuch,
): Promise<NestFastifyApplication> {
  const imports = [DoorModule.on(parts), CaseworkModule.on(parts), InsightModule.on({ ...parts, signIn: front.signIn })]
  const module = { module: Program, imports }
  return openServer(parts, front, { module, views: [caseworkViews, insightViews], logLevel, more: serveDocs })
}
