import { api } from '@/api';
import { Banner } from '@/components';
import { useReloadOnShow, useResource } from '@/state';

/** That a relative says something here is not right, as long as nobody has looked. */
export function SaidWrong({ elderId }: { elderId: string }) {
  const said = useResource(() => api.get('/api/objections', { query: { status: 'open', elderId } }), elderId);
  useReloadOnShow(said);
  // Only points to the list, which shows it in any case: without it the page is as good as before.
  const [first, ...more] = said.data?.items ?? [];
  if (!first) return null;
  const who = `${first.senderWord ?? '家人'}${first.senderName}`;
  return (
    <Banner
      meaning="worry"
      icon="message"
      title={more.length > 0 ? `家人说有 ${more.length + 1} 处不对` : `${who}说有地方不对`}
      to="/officer/objections/index"
    >
      {first.note}
    </Banner>
  );
}
