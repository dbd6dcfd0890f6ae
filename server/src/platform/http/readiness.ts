import { Injectable } from '@nestjs/common';

/** Whether the process has finished starting: a listening port alone does not say so. */
@Injectable()
export class Readiness {
  declared = false;

  declare(): void {
    this.declared = true;
  }
}
