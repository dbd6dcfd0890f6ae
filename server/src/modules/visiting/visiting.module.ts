import { Global, Module } from '@nestjs/common';

import { PoliciesModule } from '../policies';
import { VisitStates } from '../registry';
import { AssignmentsController } from './assignments.controller';
import { AssignmentsRepository } from './assignments.repository';
import { Assignments } from './assignments.service';
import { CardsController } from './cards.controller';
import { Cards } from './cards.service';
import { CheckInsRepository } from './check-ins.repository';
import { EmergenciesController } from './emergencies.controller';
import { EmergenciesRepository } from './emergencies.repository';
import { Emergencies } from './emergencies.service';
import { Excuses } from './excuses.service';
import { MissedVisits } from './missed-visits.service';
import { NoAnswersController } from './no-answers.controller';
import { NoAnswersRepository } from './no-answers.repository';
import { NoAnswers } from './no-answers.service';
import { ObligationStates } from './obligation-states';
import { ObligationsRepository } from './obligations.repository';
import { PauseDesk } from './pause-desk.service';
import { PausesController } from './pauses.controller';
import { PausesRepository } from './pauses.repository';
import { Pauses } from './pauses.service';
import { Planner } from './planner.service';
import { Records } from './records.service';
import { RoleEndings } from './role-endings.service';
import { StandingRepository } from './standing.repository';
import { VisitFiles } from './visit-files.service';
import { VisitedEldersRepository } from './visited-elders.repository';
import { VisitedElders } from './visited-elders.service';
import { Visiting } from './visiting.service';
import { VisitorNames } from './visitor-names.service';
import { VisitsController } from './visits.controller';
import { VisitsRepository } from './visits.repository';
import { Visits } from './visits.service';
import { WorklistController } from './worklist.controller';
import { WorklistRepository } from './worklist.repository';
import { Worklists } from './worklist.service';

const repositories = [
  AssignmentsRepository,
  CheckInsRepository,
  EmergenciesRepository,
  NoAnswersRepository,
  ObligationsRepository,
  PausesRepository,
  StandingRepository,
  VisitedEldersRepository,
  VisitsRepository,
  WorklistRepository,
];

@Global()
@Module({
  imports: [PoliciesModule],
  controllers: [
    AssignmentsController,
    CardsController,
    EmergenciesController,
    NoAnswersController,
    PausesController,
    VisitsController,
    WorklistController,
  ],
  providers: [
    ...repositories,
    Assignments,
    Cards,
    Emergencies,
    Excuses,
    MissedVisits,
    NoAnswers,
    PauseDesk,
    Pauses,
    Planner,
    Records,
    RoleEndings,
    VisitFiles,
    VisitedElders,
    Visiting,
    VisitorNames,
    Visits,
    Worklists,
    { provide: VisitStates, useClass: ObligationStates },
  ],
  exports: [Visiting, VisitStates],
})
export class VisitingModule {}
