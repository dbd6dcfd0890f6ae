import type { Capacity } from '@/state';
import type { Tab } from './TabBar';

const mine: Tab = { key: 'me', label: '我的', icon: 'user', to: '/pages/me/index' };

/** The parts of the app in each capacity; 我的 belongs to all of them. */
export const capacityTabs: Record<Capacity, readonly Tab[]> = {
  visitor: [
    { key: 'today', label: '今日', icon: 'home', to: '/visitor/today/index' },
    { key: 'records', label: '记录', icon: 'list', to: '/visitor/records/index' },
    mine,
  ],
  family: [{ key: 'parent', label: '爸妈', icon: 'home', to: '/family/parent/index' }, mine],
  officer: [{ key: 'morning', label: '今早', icon: 'sun', to: '/officer/morning/index' }, mine],
};
