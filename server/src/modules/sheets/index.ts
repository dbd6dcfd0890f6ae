export { SheetsModule } from './sheets.module';
export { Sheets, type SheetView } from './sheets.service';
export { Sheet } from './sheets.entities';
