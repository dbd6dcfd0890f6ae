import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { Inbox } from './inbox.service';
import {
  CallOutcomeBody,
  Credits,
  NoticeList,
  NoticePath,
  NoticesQuery,
  PhoneTaskList,
  PhoneTaskPath,
  PhoneTasksQuery,
  RevealPhoneBody,
  RevealedPhone,
  SubscriptionBody,
  TemplateList,
} from './notification.dto';
import { PhoneTasks } from './phone-tasks.service';
import { Subscriptions } from './subscriptions.service';

@ApiTags('notification')
@Controller()
export class NotificationController {
  constructor(
    private readonly inbox: Inbox,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** The caller's own inbox; with `visitId`, who was told of that visit of theirs. */
  @Get('notices')
  @Does('notice.list')
  @ApiOkResponse({ type: NoticeList })
  list(@Context() ctx: Ctx, @Query() query: NoticesQuery): Promise<NoticeList> {
    return this.inbox.list(ctx, query);
  }

  @Post('notices/:id/reads')
  @Does('notice.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@Context() ctx: Ctx, @Param() { id }: NoticePath): Promise<void> {
    return this.inbox.markRead(ctx, id);
  }

  /** Templates to ask the person for, on a tap. */
  @Get('subscription-templates')
  @Does('subscription.templates')
  @ApiOkResponse({ type: TemplateList })
  templates(): TemplateList {
    return this.subscriptions.templates();
  }

  /** What the person answered in the popup. */
  @Post('subscriptions')
  @Does('subscription.report')
  @ApiCreatedResponse({ type: Credits })
  report(@Context() ctx: Ctx, @Body() body: SubscriptionBody): Promise<Credits> {
    return this.subscriptions.report(ctx, body);
  }
}

@ApiTags('notification')
@Controller('phone-tasks')
export class PhoneTasksController {
  constructor(private readonly tasks: PhoneTasks) {}

  /** Whom the community should phone. */
  @Get()
  @Does('phone-task.list')
  @ApiOkResponse({ type: PhoneTaskList })
  list(@Context() ctx: Ctx, @Query() query: PhoneTasksQuery): Promise<PhoneTaskList> {
    return this.tasks.list(ctx, query);
  }

  /** The whole number; the reason is written down. */
  @Post(':id/reveals')
  @Does('phone-task.reveal')
  @ApiCreatedResponse({ type: RevealedPhone })
  reveal(
    @Context() ctx: Ctx,
    @Param() { id }: PhoneTaskPath,
    @Body() { reason }: RevealPhoneBody,
  ): Promise<RevealedPhone> {
    return this.tasks.reveal(ctx, id, reason);
  }

  /** How the call went. */
  @Post(':id/outcomes')
  @Does('phone-task.finish')
  @HttpCode(204)
  @ApiNoContentResponse()
  finish(@Context() ctx: Ctx, @Param() { id }: PhoneTaskPath, @Body() body: CallOutcomeBody): Promise<void> {
    return this.tasks.finish(ctx, id, body);
  }
}
