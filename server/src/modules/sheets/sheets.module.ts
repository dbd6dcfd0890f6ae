import { Global, Module } from '@nestjs/common';

import { PoliciesModule } from '../policies';
import { SheetDesk } from './sheet-desk.service';
import { SheetRecording } from './sheet-recording.service';
import { SheetsController } from './sheets.controller';
import { SheetsRepository } from './sheets.repository';
import { Sheets } from './sheets.service';

/** Filled forms of the plan that record no visit: 石狮 附件3 is the first of them. */
@Global()
@Module({
  imports: [PoliciesModule],
  controllers: [SheetsController],
  providers: [SheetDesk, SheetRecording, Sheets, SheetsRepository],
  exports: [Sheets],
})
export class SheetsModule {}
