export { NotificationModule } from './notification.module';
export { grantedTemplates, TEMPLATES, type TemplateKey } from './templates';
export {
  Notice,
  NoticeAttempt,
  PhoneCall,
  PhoneTask,
  SubscriptionEntry,
  SubscriptionReport,
} from './notification.entities';
