export { DemoSignInModule, IdentityModule } from './identity.module';
export { Accounts, type AccountView, type NewAccount } from './accounts.service';
export { Kinfolk, type KinPerson } from './kinfolk';
export { Kinships, type Invitation, type KinshipView } from './kinships.service';
export { KINSHIP_MOVES, type KinshipState } from './kinship-state';
export { Sessions } from './sessions.service';
export { Account, Kinship, Membership, Session } from './identity.entities';
