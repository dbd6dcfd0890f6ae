export { DeadJobs, deadJobs } from './dead-jobs';
export { PROCESS_DIED } from './leases';
export { Outbox, type EventName, type Events, type Handler } from './outbox';
export { OutboxJob } from './outbox.entities';
export { Schedule, type Recurring } from './schedule';
export { Workers } from './workers';
