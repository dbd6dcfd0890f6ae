import { visitsUnderFire } from '../harness/visits';

visitsUnderFire('sqlite', 1, 1);
