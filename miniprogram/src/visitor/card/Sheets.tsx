import { api } from '@/api';
import { SectionTitle, SheetRows } from '@/components';
import { useReloadOnShow, useResource } from '@/state';

/** Where the plan has forms beside the visit record. Most have none, so nothing stands in for an answer that is awaited. */
export function Sheets({ elderId }: { elderId: string }) {
  const sheets = useResource(() => api.get('/api/elders/{id}/sheets', { path: { id: elderId } }), elderId);
  useReloadOnShow(sheets);
  if (!sheets.data || sheets.data.forms.length === 0) return null;
  return (
    <>
      <SectionTitle>登记表</SectionTitle>
      <SheetRows elderId={elderId} sheets={sheets.data} />
    </>
  );
}
