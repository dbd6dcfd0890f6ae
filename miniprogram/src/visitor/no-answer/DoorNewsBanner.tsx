import { Banner } from '@/components';
import { useMe, useResource } from '@/state';
import { loadNews, newsInWords } from './news';

/** Nobody opened lately: who knows already, and what was found out since. */
export function DoorNewsBanner({ elderId }: { elderId: string }) {
  const accountId = useMe().account.id;
  const news = useResource(() => loadNews(accountId), elderId);
  const item = news.data?.find((each) => each.elderId === elderId);
  if (!item) return null;
  const { title, detail } = newsInWords(item, accountId);
  return (
    <Banner icon={item.status === 'closed' ? 'message' : 'building'} title={title}>
      {detail}
    </Banner>
  );
}
