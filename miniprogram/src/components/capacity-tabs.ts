import { hasRole, type Capacity, type Me } from '@/state';
import type { Tab } from './TabBar';

const mine: Tab = { key: 'me', label: '我的', icon: 'user', to: '/pages/me/index' };

/** The parts of the app in each capacity; 我的 belongs to all of them. */
export const capacityTabs: Record<Capacity, readonly Tab[]> = {
  visitor: [
    { key: 'today', label: '今日', icon: 'home', to: '/visitor/today/index' },
    { key: 'records', label: '记录', icon: 'list', to: '/visitor/records/index' },
    mine,
  ],
  family: [
    { key: 'parent', label: '爸妈', icon: 'heart', to: '/family/parent/index' },
    { key: 'needs', label: '要办的事', icon: 'list', to: '/family/needs/index' },
    { key: 'inbox', label: '消息', icon: 'message', to: '/family/inbox/index' },
    mine,
  ],
  officer: [
    { key: 'morning', label: '今早', icon: 'home', to: '/officer/morning/index' },
    { key: 'elders', label: '名册', icon: 'users', to: '/officer/elders/index' },
    { key: 'worklist', label: '探访', icon: 'walk', to: '/officer/worklist/index', deskOnly: true },
    { key: 'needs', label: '需求', icon: 'flag', to: '/officer/needs/index' },
    { key: 'phone-tasks', label: '打电话', icon: 'phone', to: '/officer/phone-tasks/index' },
    { key: 'kinships', label: '亲属确认', icon: 'user-plus', to: '/officer/kinships/index', deskOnly: true },
    { key: 'inbox', label: '消息', icon: 'message', to: '/officer/inbox/index', deskOnly: true },
    { key: 'readings', label: '规定', icon: 'book', to: '/officer/readings/index', deskOnly: true },
    { key: 'objections', label: '家人说不对', icon: 'pen', to: '/officer/objections/index', deskOnly: true },
    { key: 'trial', label: '政策试算', icon: 'calculator', to: '/officer/trial/index', deskOnly: true },
    mine,
  ],
};

/** What only the community and the street do; a district looks on. */
const localOnly = ['phone-tasks', 'kinships'];

/**
 * The tabs of a capacity as this person has them: a daughter's first tab is called what she calls her mother, a district's
 * officer has no calls to make.
 */
export function tabsOf(me: Me, capacity: Capacity): readonly Tab[] {
  if (capacity === 'officer' && !hasRole(me, 'community', 'street')) {
    // Two tabs less: a phone's foot has room for what a district decides.
    return capacityTabs.officer
      .filter((tab) => !localOnly.includes(tab.key))
      .map((tab) => (tab.key === 'readings' ? { ...tab, deskOnly: false } : tab));
  }
  if (capacity !== 'family') return capacityTabs[capacity];
  const parents = me.kin.filter((kin) => kin.status === 'confirmed');
  const called = parents.length > 1 ? '家里' : parents[0]?.callName;
  return capacityTabs.family.map((tab) => (tab.key === 'parent' && called ? { ...tab, label: called } : tab));
}
