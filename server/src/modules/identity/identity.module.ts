import { Global, Module } from '@nestjs/common';

import { SessionReader } from '../../platform/http';
import { AccountsRepository } from './accounts.repository';
import { Accounts } from './accounts.service';
import { DemoController } from './demo.controller';
import { DemoPeople } from './demo-people.service';
import { AccountsController, SessionsController } from './identity.controller';
import { KinshipsRepository } from './kinships.repository';
import { Kinships } from './kinships.service';
import { MeService } from './me.service';
import { SessionCookie } from './session-cookie';
import { SessionsRepository } from './sessions.repository';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { Withdrawals } from './withdrawals.service';
import { WrongCodes } from './wrong-codes';

@Global()
@Module({
  controllers: [SessionsController, AccountsController],
  providers: [
    Accounts,
    AccountsRepository,
    Kinships,
    KinshipsRepository,
    MeService,
    SessionCookie,
    Sessions,
    SessionsRepository,
    SignIn,
    Withdrawals,
    WrongCodes,
    { provide: SessionReader, useExisting: Sessions },
  ],
  exports: [Accounts, Kinships, Sessions, SessionReader, SessionCookie, SignIn],
})
export class IdentityModule {}

/** Imported by the application in the demo only. */
@Module({ controllers: [DemoController], providers: [DemoPeople] })
export class DemoSignInModule {}
