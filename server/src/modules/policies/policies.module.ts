import { Module } from '@nestjs/common';

import { FormsController } from './forms.controller';
import { Forms } from './forms.service';
import { PoliciesController } from './policies.controller';
import { Policies } from './policies.service';

/** The plans and their forms over HTTP. The rules themselves are pure and lie in `policy`. */
@Module({ controllers: [PoliciesController, FormsController], providers: [Policies, Forms], exports: [Forms] })
export class PoliciesModule {}
