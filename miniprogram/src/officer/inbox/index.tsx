import { asPage, NoticeList } from '@/components';
import { OfficerPage } from '../desk/OfficerPage';

function Inbox() {
  return (
    <OfficerPage title="消息" heading="告诉过您的事" current="inbox" root>
      <NoticeList empty="探访看到事、家里有了回话、过了时限，都会写在这里" />
    </OfficerPage>
  );
}

export default asPage(Inbox);
