import { visitsUnderFire } from '../harness/visits';

visitsUnderFire('mariadb', 2, 2);
