import { asPage, NoticeList, Page, tabsOf } from '@/components';
import { useMe } from '@/state';

function Inbox() {
  return (
    <Page title="消息" root tabs={{ tabs: tabsOf(useMe(), 'family'), current: 'inbox' }}>
      <NoticeList empty="探访看出要您知道的事，会写在这里，微信里也会提醒" />
    </Page>
  );
}

export default asPage(Inbox);
