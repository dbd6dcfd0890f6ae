import { api } from '@/api';
import { ResourceView, SectionTitle, SheetRows } from '@/components';
import { useReloadOnShow, useResource } from '@/state';

/** The plan's forms beside the visit record, with everything that was filled on them. */
export function Sheets({ elderId }: { elderId: string }) {
  const sheets = useResource(() => api.get('/api/elders/{id}/sheets', { path: { id: elderId } }), elderId);
  useReloadOnShow(sheets);
  // Most plans have none.
  if (sheets.data && sheets.data.forms.length + sheets.data.items.length === 0) return null;
  return (
    <>
      <SectionTitle>登记表</SectionTitle>
      <ResourceView of={sheets}>{(data) => <SheetRows elderId={elderId} sheets={data} all />}</ResourceView>
    </>
  );
}
