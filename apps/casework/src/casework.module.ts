import { type DynamicModule, Module } from '@nestjs/common'
import { CqrsModule } from '@nestjs/cqrs'
import { DoorModule } from '@front-door/door'
import { ActsController } from './acts/acts.controller.js'
import { PerformHandler } from './acts/perform.js'
import { BoardController } from './board/board.controller.js'
import { ChildrenController } from './children/children.controller.js'
import { ReadChildHandler } from './children/read-child.js'
import { IntakeController } from './contact/intake.controller.js'
import { RecordedController } from './contact/recorded.controller.js'
import { AboutController } from './about/about.controller.js'
import { DraftsController } from './drafts/drafts.controller.js'
import { FindController } from './find/find.controller.js'
import { ActFormController } from './forms/act-form.controller.js'
import { FormFlow } from './forms/form-flow.js'
import { AnswerController } from './requests/answer.controller.js'
import { RequestsController } from './requests/requests.controller.js'
import { PurposeController } from './record/purpose.controller.js'
import { ReadsController } from './reads/reads.controller.js'
import { RecordController } from './record/record.controller.js'
import { RestrictionController } from './record/restriction.controller.js'
import { SetAsideController } from './set-aside/set-aside.controller.js'
import { HealthController } from './health.controller.js'
import { PARTS, type Parts } from './parts.js'
import { WorklistsController } from './worklists/worklists.controller.js'

/** Recording decisions, and reading them back. */
@Module({})
export class CaseworkModule {
  static on(parts: Parts): DynamicModule {
    return {
      module: CaseworkModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        HealthController,
        ActsController,
        WorklistsController,
        ChildrenController,
        ActFormController,
        RequestsController,
        AnswerController,
        AboutController,
        PurposeController,
        RestrictionController,
        ReadsController,
        SetAsideController,
        RecordController,
        BoardController,
        FindController,
        IntakeController,
        RecordedController,
        DraftsController,
      ],
      providers: [{ provide: PARTS, useValue: parts }, PerformHandler, ReadChildHandler, FormFlow],
    }
  }
  /** With a door of its own, where it is served alone. */
  static behindTheDoor(parts: Parts): DynamicModule {
    return { module: CaseworkModule, imports: [DoorModule.on(parts), CaseworkModule.on(parts)] }
  }
}
