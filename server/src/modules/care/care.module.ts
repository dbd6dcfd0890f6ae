import { Global, Module } from '@nestjs/common';

import { CareController, NeedsController } from './care.controller';
import { CareRepository } from './care.repository';
import { Care } from './care.service';
import { Emergencies } from './emergencies.service';
import { Escalation } from './escalation.service';
import { FamilyCircle } from './family-circle.service';
import { FollowElder } from './follow-elder.service';
import { Needs } from './needs.service';
import { NextVisitNote } from './next-visit-note.service';
import { NoAnswerNewsDesk } from './no-answer-news.service';
import { NoAnswers } from './no-answers.service';
import { Parents } from './parents.service';
import { Raising } from './raising.service';
import { Referrals } from './referrals.service';
import { Reopening } from './reopening.service';
import { SeenAfterAll } from './seen-after-all.service';
import { NeedSteps } from './steps.service';
import { TakingUp } from './taking-up.service';
import { Worsening } from './worsening.service';

@Global()
@Module({
  controllers: [NeedsController, CareController],
  providers: [
    Care,
    CareRepository,
    Emergencies,
    Escalation,
    FamilyCircle,
    FollowElder,
    Needs,
    NeedSteps,
    NextVisitNote,
    NoAnswerNewsDesk,
    NoAnswers,
    Parents,
    Raising,
    Referrals,
    Reopening,
    SeenAfterAll,
    TakingUp,
    Worsening,
  ],
  exports: [Care],
})
export class CareModule {}
