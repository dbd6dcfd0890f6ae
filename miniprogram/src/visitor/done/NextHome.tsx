import { Button } from '@/components';
import { link, replace, restart } from '@/platform';
import { outbox } from '@/offline';
import { useMe, useResource, useStore } from '@/state';
import { stillToVisit } from '../visit/still-to-visit';
import { loadDayList } from '../visit/worklist';

/** Where to go from here. */
export function NextHome() {
  const accountId = useMe().account.id;
  const { items: waiting } = useStore(outbox);
  const list = useResource(() => loadDayList(accountId));
  const [next] = stillToVisit(list.data?.items ?? [], waiting);
  if (!next)
    return (
      <Button wide onPress={() => restart('/visitor/today/index')}>
        回到今日
      </Button>
    );
  return (
    <>
      <Button wide icon="walk" onPress={() => replace(link('/visitor/card/index', { elderId: next.elderId }))}>
        {`去下一家：${next.name}`}
      </Button>
      <Button tone="quiet" wide onPress={() => restart('/visitor/today/index')}>
        回到今日
      </Button>
    </>
  );
}
