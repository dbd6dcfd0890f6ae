import { Module } from '@nestjs/common';

import { Audience } from './audience.service';
import { CallList } from './call-list.service';
import { ObjectionNews } from './objection-news.service';
import { Delivery } from './delivery.service';
import { Inbox } from './inbox.service';
import { LedgerRepository } from './ledger.repository';
import { Ledger } from './ledger.service';
import { NotificationController, PhoneTasksController } from './notification.controller';
import { NoticesRepository } from './notices.repository';
import { Notices } from './notices.service';
import { PhoneTasksRepository } from './phone-tasks.repository';
import { PhoneTasks } from './phone-tasks.service';
import { Readdressing } from './readdressing.service';
import { Settlement } from './settlement.service';
import { Subscriptions } from './subscriptions.service';
import { Telling } from './telling.service';
import { Uncertain } from './uncertain.service';

@Module({
  controllers: [NotificationController, PhoneTasksController],
  providers: [
    Audience,
    CallList,
    ObjectionNews,
    Delivery,
    Inbox,
    Ledger,
    LedgerRepository,
    Notices,
    NoticesRepository,
    PhoneTasks,
    PhoneTasksRepository,
    Readdressing,
    Settlement,
    Subscriptions,
    Telling,
    Uncertain,
  ],
})
export class NotificationModule {}
